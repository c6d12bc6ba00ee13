import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { readerJourney } from './articleJourney';
import { lostAnswerJourney, offlineJourney } from './badNetworkJourneys';
import { couponJourney } from './couponJourney';
import type { Driver } from './Driver';
import { drawnDriver } from './drawnDriver';
import { exchangeJourney } from './exchangeJourney';
import { goodsJourney } from './goodsJourney';
import { invoiceJourney } from './invoiceJourney';
import { pickupJourney } from './pickupJourney';
import { refundLineJourney } from './refundLineJourney';
import { returnJourney } from './returnJourney';
import { payLaterJourney, shopperJourney } from './shopperJourney';
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

type Run = (driver: Driver, storefront: Storefront) => Promise<void>;

const always: readonly (readonly [what: string, journey: Run])[] = [
  ['a shopper buys and pays; the seller sees it, adjusts the stock and undoes that', shopperJourney],
  ['a shopper gets the money for one piece back', refundLineJourney],
  ['a shopper pays two shops at once', twoShopsJourney],
  ['a shopper claims a coupon, spends it and has it back', couponJourney],
  ['an order that was not answered is found again', lostAnswerJourney],
];
/** With `JOURNEYS=all`: the others, which take minutes. */
const inFull: typeof always = [
  ['a shopper pays an order later that was left in the cashier', payLaterJourney],
  ['a shopper fetches an order with its code', pickupJourney],
  ['a shopper sends goods back and gets the money', returnJourney],
  ['a shopper exchanges a cake, at the second try', exchangeJourney],
  ['a shopper finds what a seller has just put on the shelf', goodsJourney],
  ['a shopper keeps an order after all, and gets an invoice and a gift of money', invoiceJourney],
  ['a reader finds, buys, likes and asks', readerJourney],
  ['an order without a network for a minute, twice, is paid once', offlineJourney],
];

test.each([...always, ...(process.env.JOURNEYS === 'all' ? inFull : [])])(
  'drawn by glass-easel, %s',
  async (_what, journey) => {
    const person = drawnDriver(browser, paths.weapp, storefront.emulator.url);
    await journey(person, storefront);
    await person.close();
  },
  180_000,
);
