import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';
import { browserDriver } from './browserDriver';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('from the soup of another shop one comes to that shop, and a link opens any shop', async () => {
  const shopper = await browserDriver(browser, storefront.emulator.url);
  await shopper.actAs(shoppers[0]);
  await shopper.open('packages/trade/product/index?productId=tounao');
  await shopper.tap('visit-shop');
  await shopper.see('六点开门，卖完收摊');
  await shopper.see('营业时间 06:00–11:30');

  await shopper.open('packages/nearby/shop/index?shopId=commute-000');
  await shopper.see('这里还没有商品');
  await shopper.close();
});
