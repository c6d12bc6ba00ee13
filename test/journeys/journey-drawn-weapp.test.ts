import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { openStorefront, type Storefront } from '../support/Storefront';
import { readerJourney, writerJourney } from './articleJourney';
import { lostAnswerJourney, offlineJourney } from './badNetworkJourneys';
import { couponJourney } from './couponJourney';
import { crmJourney } from './crmJourney';
import type { Driver } from './Driver';
import { drawnDriver } from './drawnDriver';
import { exchangeJourney } from './exchangeJourney';
import { fanJourney } from './fanJourney';
import { giftJourney } from './giftJourney';
import { goodsJourney } from './goodsJourney';
import { invoiceJourney } from './invoiceJourney';
import { loopJourney } from './loopJourney';
import { pickupJourney } from './pickupJourney';
import { refundLineJourney } from './refundLineJourney';
import { restockJourney } from './restockJourney';
import { returnJourney } from './returnJourney';
import { payLaterJourney, shopperJourney } from './shopperJourney';
import { staffJourney } from './staffJourney';
import { stockJourney } from './stockJourney';
import { trafficJourney } from './trafficJourney';
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
/** With `JOURNEYS=all`: the others, which take minutes. Stock is counted before the loop sells of it; the last moves the clock. */
const inFull: typeof always = [
  ['a shopper pays an order later that was left in the cashier', payLaterJourney],
  ['a shopper fetches an order with its code', pickupJourney],
  ['a shopper sends goods back and gets the money', returnJourney],
  ['a shopper exchanges a cake, at the second try', exchangeJourney],
  ['a shopper finds what a seller has just put on the shelf', goodsJourney],
  ['a shopper keeps an order after all, and gets an invoice and a gift of money', invoiceJourney],
  ['a reader finds, buys, likes and asks', readerJourney],
  ['an order without a network for a minute, twice, is paid once', offlineJourney],
  ['a clerk writes and publishes', writerJourney],
  ['a seller adjusts stock while 50 orders arrive, then counts', stockJourney],
  ['an owner binds an account, and followers have what the shop gives them', fanJourney],
  ['the loop closes: article, order, follow, welcome, article, order, report', loopJourney],
  ['a shopper has a gift with an order', giftJourney],
  ['a code at the counter brings a shopper, and the report says so', trafficJourney],
  ['a shopper waits for what is sold out', restockJourney],
  ['somebody joins the shop, is given more say, and goes', staffJourney],
  ['a shopper allows a message, and a shop writes to those who did', crmJourney],
];

test.each([...always, ...(process.env.JOURNEYS === 'all' ? inFull : [])])(
  'drawn by glass-easel, %s',
  async (_what, journey) => {
    // Fifty orders keep the machine busy for longer than a message stays.
    const still = journey === stockJourney;
    const person = drawnDriver(browser, paths.weapp, storefront.emulator.url, { still });
    await journey(person, storefront);
    await person.close();
  },
  180_000,
);
