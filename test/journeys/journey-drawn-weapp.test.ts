import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { couponJourney } from './couponJourney';
import { drawnDriver } from './drawnDriver';
import { payLaterJourney } from './shopperJourney';
import { twoShopsJourney } from './twoShopsJourney';

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

test.each([
  ['pays an order later that was left in the cashier', payLaterJourney],
  ['pays two shops at once', twoShopsJourney],
  ['claims a coupon, spends it and has it back', couponJourney],
])('drawn by glass-easel, a shopper %s', async (_what, journey) => {
  const shopper = drawnDriver(browser, paths.weapp, storefront.emulator.url);
  await journey(shopper, storefront);
  await shopper.close();
});
