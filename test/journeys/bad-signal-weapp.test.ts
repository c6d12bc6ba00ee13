/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { shoppers } from '../support/world/people';
import { lossyJourney, lostAnswerJourney, offlineJourney, slowJourney } from './badNetworkJourneys';
import { weappDriver } from './weappDriver';

let storefront: Storefront;
let phone: WeappHost;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());
beforeEach(() => {
  phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
});

const says = (words: string) => until(() => phone.text().includes(words));

test.each([
  'offline',
  'denied',
] as const)('a shop that cannot be reached (%s) says so, and opens on a second try', async (mishap) => {
  phone.cloud.mishaps.callFunction = mishap;
  await phone.launch(shoppers[0].openId, 'pages/home/index');
  await says('网络开小差了');
  phone.cloud.mishaps.callFunction = 'none';
  await phone.tap('blank-action');
  expect(phone.text()).toContain('八年手工老陈醋');
});

test('an order whose answer got lost is found by the second try, not placed twice', async () => {
  await phone.launch(shoppers[1].openId, 'packages/trade/checkout/index?baskets=jinmei~taigu-cake-1:1');
  phone.cloud.mishaps.callFunction = 'answerLost';
  await phone.tap('place-order');
  await says('还没收到店里的回音');
  phone.cloud.mishaps.callFunction = 'none';
  await phone.tap('place-order');
  await says('待发货');

  const shopper = await storefront.as(shoppers[1]);
  const { orders } = await shopper.ask('order.listOrders', { status: 'paid' });
  expect(orders.filter(({ lines }) => lines.length === 1 && lines[0]?.skuId === 'taigu-cake-1')).toHaveLength(1);
});

test.each([
  ['waits three seconds for every answer, and knows what for', slowJourney],
  ['does not notice that every fifth call is lost', lossyJourney],
  ['whose order was not answered finds it again', lostAnswerJourney],
  ['without a network for a minute, twice, pays once', offlineJourney],
])('in the mini program, a shopper %s', async (_what, journey) => {
  const shopper = weappDriver(paths.weapp, storefront.emulator.url);
  await journey(shopper, storefront);
  await shopper.close();
});

test('a cashier that does not open leaves the order to be paid later', async () => {
  await phone.launch(shoppers[2].openId, 'packages/trade/checkout/index?baskets=jinmei~taigu-cake-1:1');
  phone.cloud.mishaps.requestPayment = 'denied';
  await phone.tap('place-order');
  await says('付款没有成功，请再试一次');
  expect(phone.text('order-status')).toBe('待付款');
  phone.cloud.mishaps.requestPayment = 'none';
  await phone.tap('pay-now');
  await says('待发货');
});
