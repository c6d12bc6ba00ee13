import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { lossyJourney, lostAnswerJourney, offlineJourney, slowJourney } from './badNetworkJourneys';
import { browserDriver } from './browserDriver';
import { couponJourney } from './couponJourney';
import { exchangeJourney } from './exchangeJourney';
import { giftJourney } from './giftJourney';
import { goodsJourney } from './goodsJourney';
import { invoiceJourney } from './invoiceJourney';
import { pickupJourney } from './pickupJourney';
import { refundLineJourney } from './refundLineJourney';
import { returnJourney } from './returnJourney';
import { payLaterJourney, shopperJourney } from './shopperJourney';
import { stockJourney } from './stockJourney';
import { twoShopsJourney } from './twoShopsJourney';

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

test.each([
  ['pays two shops at once', twoShopsJourney],
  ['gets the money for one piece back', refundLineJourney],
  ['fetches an order with its code', pickupJourney],
  ['sends goods back and gets the money', returnJourney],
  ['exchanges a cake, at the second try', exchangeJourney],
  ['claims a coupon, spends it and has it back', couponJourney],
  ['has a gift with an order', giftJourney],
  ['finds what a seller has just put on the shelf', goodsJourney],
  ['keeps an order after all, and gets an invoice and a gift of money', invoiceJourney],
  ['waits three seconds for every answer, and knows what for', slowJourney],
  ['does not notice that every fifth call is lost', lossyJourney],
  ['whose order was not answered finds it again', lostAnswerJourney],
  ['without a network for a minute, twice, pays once', offlineJourney],
])('in a browser, a shopper %s', async (_what, journey) => {
  const shopper = await browserDriver(browser, storefront.emulator.url);
  await journey(shopper, storefront);
  await shopper.close();
});

test('in a browser, a seller adjusts stock while 50 orders arrive, then counts: the books balance', async () => {
  const seller = await browserDriver(browser, storefront.emulator.url);
  await stockJourney(seller, storefront);
  await seller.close();
});
