/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { orderOf } from '../support/orderOf';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { orderPage } from './buy';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const [ann] = shoppers;

async function shippedOrder(orderId: string): Promise<void> {
  const [shopper, clerk] = await Promise.all([storefront.as(ann), storefront.as(sellers.clerk)]);
  await shopper.ask('order.placeOrder', orderOf(ann, { orderId, skuId: 'taigu-cake-1', seenTotal: 2790 }));
  await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
  await shopper.ask('order.checkPayment', { orderId });
  const parcels = [{ carrier: 'SF', trackingNumber: 'SF1234567890' } as const];
  await clerk.ask('order.shipOrder', { shopId: 'jinmei', orderId, parcels });
}

test('whoever fetches an order is shown the way to the counter', async () => {
  const [shopper, orderId] = [await storefront.as(ann), 'counter-00001'];
  const way = 'pickup';
  await shopper.ask('order.placeOrder', orderOf(ann, { orderId, skuId: 'taigu-cake-1', seenTotal: 1990, way }));
  await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
  await shopper.ask('order.checkPayment', { orderId });
  const phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  await phone.launch(ann.openId, orderPage(orderId));
  await phone.tap('go-to-counter');
  await phone.idle();
  expect(phone.openedLocations).toMatchObject([{ name: '晋美优品养生馆', address: '太原市迎泽区柳巷 88 号' }]);
});

test.each([
  ['confirms on WeChat’s own page', 'success', 'cancel', '已收货'],
  ['leaves WeChat’s own page', 'cancel', 'confirm', '待收货'],
  ['confirms to us, where WeChat has no such page', 'unavailable', 'confirm', '已收货'],
  ['does not confirm to us either', 'unavailable', 'cancel', '待收货'],
] as const)('a shopper %s', async (_what, receipt, modal, status) => {
  const orderId = `receipt-${receipt}-${modal}`;
  await shippedOrder(orderId);
  const phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  Object.assign(phone.answers, { receipt, modal });
  await phone.launch(ann.openId, orderPage(orderId));
  await phone.tap('confirm-receipt');
  await phone.idle();
  expect(phone.text('order-status')).toBe(status);
  expect(phone.complaints).toEqual([]);
});
