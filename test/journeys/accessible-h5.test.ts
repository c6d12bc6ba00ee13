import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { launchChromium } from '../support/browser/launchChromium';
import { openPhone } from '../support/browser/Phone';
import { scan } from '../support/browser/scan';
import { openStorefront, type Storefront } from '../support/Storefront';
import type { DemoPerson } from '../support/world/people';
import { everyPage, type SeenPage } from './everyPage';

let storefront: Storefront;
let browser: Browser;
let pages: readonly SeenPage[];

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
  pages = await everyPage(storefront);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

/** Opens every page as whoever sees it, in one window. */
async function visitAll(page: Page, look: (address: string) => Promise<void>): Promise<void> {
  const { url } = storefront.emulator;
  let last: DemoPerson | undefined;
  for (const { person, address, words } of pages) {
    if (person !== last) await page.request.post(`${url}/_emulator/actAs`, { data: { openId: person.openId } });
    last = person;
    await page.goto('about:blank');
    await page.goto(`${url}/#/${address}`);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    await look(address);
  }
}

/** For the gallery; nobody waits for it otherwise. */
const keep = async (page: Page, name: string): Promise<void> => {
  if (process.env.UPDATE_SCREENSHOTS === '1') await keepScreenshot(page, name);
};

test('no page has a serious fault of accessibility, by day or by night', async () => {
  const found: string[] = [];
  const phone = await openPhone(browser);
  const { page } = phone;
  await visitAll(page, async (address) => {
    const name = `page-${address
      .replace(/\?.*/, '')
      .replace(/^(packages|pages)\//, '')
      .replace('/index', '')
      .replace('/', '-')}`;
    const byDay = await scan(page, '#app');
    await keep(page, name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await keep(page, `${name}-dark`);
    // Nothing but its colours changes at night.
    const byNight = await scan(page, '#app', ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...[...byDay, ...byNight].map((fault) => `${address}: ${fault}`));
  });
  await phone.close();
  expect(found).toEqual([]);
}, 240_000);

test('no page of the mini program is left out', () => {
  const route = readFileSync(path.join(paths.root, 'miniprogram/src/app.config.ts'), 'utf8');
  const own = [...route.matchAll(/'(pages\/\w+\/index)'/g)].map(([, page = '']) => page);
  const packed = [...route.matchAll(/root: '([\w/]+)',\s*pages: \[([^\]]+)\]/g)].flatMap(([, root = '', pages = '']) =>
    [...pages.matchAll(/'([\w/]+)'/g)].map(([, page = '']) => `${root}/${page}`),
  );
  const seen = new Set(pages.map(({ address }) => address.replace(/\?.*/, '')));
  expect([...new Set([...own, ...packed])].filter((page) => !seen.has(page))).toEqual([]);
  expect(seen.size).toBeGreaterThan(40);
});

test('an element that only looks like a button is found, and a label that does not say what is written', async () => {
  const phone = await openPhone(browser);
  await phone.page.setContent(`<main id="app"><div role="button" tabindex="0"></div>
    <button aria-label="红茶">绿茶十斤</button></main>`);
  expect(await scan(phone.page, '#app')).toEqual([
    expect.stringContaining('aria-command-name'),
    expect.stringContaining('label-content-name-mismatch'),
  ]);
  await phone.close();
});
