import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { DrawnPhone } from '../engines/glassEasel/DrawnPhone';
import { launchChromium } from '../support/browser/launchChromium';
import { openPhone } from '../support/browser/Phone';
import { findSmallTargets, scan } from '../support/browser/scan';
import { openStorefront, type Storefront } from '../support/Storefront';
import { everyPage } from './everyPage';

/** Maps are not drawn by this engine. */
const withMap = /^packages\/(nearby\/map|seller\/place)\//;

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  [storefront, browser] = await Promise.all([openStorefront(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('in the mini program as it is drawn, all words can be read and all buttons be hit, by day and by night', async () => {
  const pages = (await everyPage(storefront)).filter(({ address }) => !withMap.test(address));
  const window = await openPhone(browser);
  const { page } = window;
  const phone = new DrawnPhone({ dist: paths.weapp, url: storefront.emulator.url, page });
  const found: string[] = [];
  for (const { person, address, words } of pages) {
    await phone.launch(person.openId, address, 1001);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    const small = await findSmallTargets(page, '.pressable:visible');
    const byDay = await scan(page, 'body', ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'dark' });
    const byNight = await scan(page, 'body', ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...[...small, ...byDay, ...byNight].map((fault) => `${address}: ${fault}`));
  }
  await phone.putAway();
  await window.close();
  expect(found).toEqual([]);
  expect(phone.complaints).toEqual([]);
}, 240_000);

test('a button that is too small for a finger is found, and what is added around it counts', async () => {
  const { page, close } = await openPhone(browser);
  await page.setContent(`<style>
    .pressable { position: relative; display: block; width: 60px; height: 30px; }
    .padded::after { position: absolute; inset: -7px 0; content: ''; }
  </style><div class="pressable small"></div><div class="pressable padded"></div>`);
  expect(await findSmallTargets(page, '.pressable')).toEqual(['small 60×30']);
  await close();
});
