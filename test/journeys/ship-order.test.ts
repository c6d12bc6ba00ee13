import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let clerk: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, clerk] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.clerk)]);
});
afterAll(() => storefront.close());

const parcel = { carrier: 'SF', trackingNumber: 'SF1234567890' } as const;
const ship = (orderId: string, change: object = {}) =>
  clerk.call('order.shipOrder', { shopId: 'jinmei', orderId, parcels: [{ ...parcel, ...change }] });

async function paidOrder(orderId: string): Promise<void> {
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId: 'taigu-cake-1', seenTotal: 1990 + 800 }));
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}

test('a clerk sends an order off, the shopper sees the parcel and confirms it; each twice is fine', async () => {
  await paidOrder('to-ship-0001');
  const shipped = { ok: true, value: { orderId: 'to-ship-0001', status: 'shipped' } };
  expect(await ship('to-ship-0001')).toEqual(shipped);
  expect(await ship('to-ship-0001')).toEqual(shipped);
  expect((await ann.ask('order.getOrder', { orderId: 'to-ship-0001' })).parcels).toEqual([parcel]);

  const received = { ok: true, value: { orderId: 'to-ship-0001', status: 'received' } };
  expect(await ann.call('order.confirmReceipt', { orderId: 'to-ship-0001' })).toEqual(received);
  expect(await ann.call('order.confirmReceipt', { orderId: 'to-ship-0001' })).toEqual(received);
});

test('what is not paid, or on its way under another number, is not sent off', async () => {
  await paidOrder('to-ship-0002');
  await ship('to-ship-0002');
  expect(await ship('to-ship-0002', { trackingNumber: 'SF0000000000' })).toEqual({
    ok: false,
    refusal: { code: 'NOT_SHIPPABLE', status: 'shipped' },
  });
  await ann.ask(
    'order.placeOrder',
    orderOf(ann.person, { orderId: 'unpaid-000001', skuId: 'taigu-cake-1', seenTotal: 1990 + 800 }),
  );
  expect(await ship('unpaid-000001')).toMatchObject({ refusal: { code: 'NOT_SHIPPABLE', status: 'awaitingPayment' } });
  expect(await ann.call('order.confirmReceipt', { orderId: 'unpaid-000001' })).toMatchObject({
    refusal: { code: 'NOT_RECEIVABLE', status: 'awaitingPayment' },
  });
});

test('another shop’s owner cannot send it off through their own shop’s id', async () => {
  await paidOrder('to-ship-0003');
  const neighbour = await storefront.as(sellers.neighbour);
  expect(
    await neighbour.call('order.shipOrder', { shopId: 'fenhe', orderId: 'to-ship-0003', parcels: [parcel] }),
  ).toEqual({
    ok: false,
    refusal: { code: 'NOT_FOUND', what: 'order' },
  });
});

test('ten days after it was sent off, an order counts as received', async () => {
  await paidOrder('to-ship-0004');
  await ship('to-ship-0004');
  await storefront.advance(9 * 86_400_000);
  await storefront.tick();
  expect((await ann.ask('order.getOrder', { orderId: 'to-ship-0004' })).status).toBe('shipped');
  await storefront.advance(86_400_000 + 1_000);
  await storefront.tick();
  expect((await ann.ask('order.getOrder', { orderId: 'to-ship-0004' })).status).toBe('received');
});
