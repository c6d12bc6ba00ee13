import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openPhone, usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { type DemoPerson, sellers, shoppers } from '../support/world/people';
import { checkoutPage } from './buy';

const [ann] = shoppers;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Every page, with whoever may open it and words that are on it once it is there. */
const pages: readonly [person: DemoPerson, page: string, words: string][] = [
  [ann, 'pages/home/index', '八年手工老陈醋'],
  [ann, 'pages/feed/index', '小雪时节'],
  [ann, 'pages/cart/index', '太谷饼'],
  [ann, 'pages/me/index', '我的订单'],
  [ann, 'packages/trade/product/index?productId=vinegar-8y', '它的故事'],
  [ann, 'packages/trade/search/index?shopId=jinmei&words=醋', '沙棘蜂蜜醋饮'],
  [ann, checkoutPage('jinmei~taigu-cake-2:3'), '小计'],
  [ann, 'packages/trade/orders/index', '全部'],
  [ann, 'packages/trade/addresses/index', ann.name],
  [ann, 'packages/trade/coupons/index?shopId=jinmei', '见面礼'],
  [ann, 'packages/trade/myCoupons/index', '可用'],
  [ann, 'packages/content/article/index?articleId=first-frost', '小雪时节'],
  [ann, 'packages/content/favourites/index', '收藏'],
  [sellers.owner, 'pages/seller/index', '库存偏低'],
  [sellers.owner, 'packages/seller/goods/index?shopId=jinmei', '八年手工老陈醋'],
  [sellers.owner, 'packages/seller/articles/index?shopId=jinmei', '编辑'],
  [sellers.owner, 'packages/seller/coupons/index?shopId=jinmei', '老陈醋品鉴'],
  [sellers.owner, 'packages/seller/channels/index?shopId=jinmei', '使用中'],
];

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5, picturesDir: paths.pictures };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
  await (await storefront.as(ann)).ask('order.setCartLine', { skuId: 'taigu-cake-2', quantity: 3 });
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test.each(['light', 'dark'] as const)('no page has a serious fault of accessibility, %s', async (colorScheme) => {
  const found: string[] = [];
  const phone = await openPhone(browser, { ...usualLook, colorScheme });
  const { page } = phone;
  let who: DemoPerson | undefined;
  for (const [person, address, words] of pages) {
    if (person !== who) {
      await page.request.post(`${storefront.emulator.url}/_emulator/actAs`, { data: { openId: person.openId } });
      who = person;
    }
    await page.goto('about:blank');
    await page.goto(`${storefront.emulator.url}/#/${address}`);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    await page.evaluate(axe);
    found.push(...(await page.evaluate(scan)).map((fault) => `${address}: ${fault}`));
  }
  await phone.close();
  expect(found).toEqual([]);
}, 120_000);

test('an element that only looks like a button is found', async () => {
  const phone = await openPhone(browser);
  await phone.page.setContent('<main><div role="button" tabindex="0"></div></main>');
  await phone.page.evaluate(axe);
  expect(await phone.page.evaluate(scan)).toEqual([expect.stringContaining('aria-command-name')]);
  await phone.close();
});

/** Runs in the page: what axe finds that is serious or critical in the app itself, the preview's own bar left out. */
async function scan(): Promise<string[]> {
  const { axe: scanner } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await scanner.run(document.querySelector('#app') ?? document.body, {
    resultTypes: ['violations'],
    // A card's label is its name, shorter than the words on it. Whoever speaks to the phone cannot say all of them either.
    rules: { 'label-content-name-mismatch': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} × ${nodes.length}, ${nodes[0]?.html.slice(0, 160)}`);
}
