import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { browserDriver } from './browserDriver';
import { payLaterJourney, shopperJourney } from './shopperJourney';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5, picturesDir: paths.pictures };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('in a browser, a shopper buys and pays; the seller sees it, adjusts the stock and undoes that', async () => {
  const shopper = await browserDriver(browser, storefront.emulator.url);
  await shopperJourney(shopper);
  await shopper.close();
});

test('in a browser, an order left unpaid in the cashier is paid from its own page', async () => {
  const shopper = await browserDriver(browser, storefront.emulator.url);
  await payLaterJourney(shopper);
  await shopper.close();
});
