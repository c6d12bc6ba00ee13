/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { openStorefront, type Storefront } from '../support/Storefront';
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
import { weappDriver } from './weappDriver';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const driver = () => weappDriver(paths.weapp, storefront.emulator.url);

test('in the mini program, a shopper buys and pays; the seller sees it, adjusts the stock and undoes that', async () => {
  const shopper = driver();
  await shopperJourney(shopper);
  await shopper.close();
});

test('in the mini program, an order left unpaid in the cashier is paid from its own page', async () => {
  const shopper = driver();
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
])('in the mini program, a shopper %s', async (_what, journey) => {
  const shopper = driver();
  await journey(shopper, storefront);
  await shopper.close();
});

test('in the mini program, a seller adjusts stock while 50 orders arrive, then counts: the books balance', async () => {
  const seller = driver();
  await stockJourney(seller, storefront);
  await seller.close();
});
