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

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const place = (orderId: string) =>
  ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: 1990, way: 'pickup' }));

async function paid(orderId: string): Promise<string> {
  await place(orderId);
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
  return (await ann.ask('order.getOrder', { orderId })).pickupCode ?? '';
}

test('a shopper fetches an order with its code, once, whether the shop said it was ready or not', async () => {
  await place('pickup-00001');
  expect((await ann.ask('order.getOrder', { orderId: 'pickup-00001' })).pickupCode).toBeUndefined();

  const code = await paid('pickup-00002');
  expect(code).toMatch(/^\d{10}$/);
  expect((await clerk.ask('order.preparePickup', { shopId, orderId: 'pickup-00002' })).status).toBe('readyForPickup');
  const handed = { orderId: 'pickup-00002', status: 'received', receiverName: ann.person.name };
  expect(await clerk.ask('order.verifyPickup', { shopId, code })).toMatchObject(handed);
  expect(await clerk.ask('order.verifyPickup', { shopId, code })).toMatchObject(handed);

  const atOnce = await paid('pickup-00003');
  expect((await clerk.ask('order.verifyPickup', { shopId, code: atOnce })).status).toBe('received');
});

test('a code counts in its own shop only, and never before the order is paid', async () => {
  const code = await paid('pickup-00004');
  const neighbour = await storefront.as(sellers.neighbour);
  const notFound = { ok: false, refusal: { code: 'NOT_FOUND', what: 'order' } };
  expect(await neighbour.call('order.verifyPickup', { shopId: 'fenhe', code })).toEqual(notFound);
  expect(await clerk.call('order.verifyPickup', { shopId, code: '0000000000' })).toEqual(notFound);

  const db = storefront.cloudbase.database();
  const { data } = await db.collection('orders').doc('pickup-00001').get();
  expect(await clerk.call('order.verifyPickup', { shopId, code: data[0].pickupCode })).toEqual({
    ok: false,
    refusal: { code: 'NOT_SHIPPABLE', status: 'awaitingPayment' },
  });
  const parcels = [{ carrier: 'SF', trackingNumber: 'SF1234567890' } as const];
  expect(await clerk.call('order.shipOrder', { shopId, orderId: 'pickup-00004', parcels })).toMatchObject({
    refusal: { code: 'NOT_SHIPPABLE' },
  });
});

test('the shop finds an order by its number, by name, phone, last four digits, or code', async () => {
  const code = await paid('pickup-00005');
  const { orders } = await clerk.ask('order.listShopOrders', { shopId, words: 'pickup-00005' });
  const phone = orders[0]?.receiver.phone ?? '';
  for (const words of [phone, phone.slice(-4), ann.person.name, code]) {
    const found = await clerk.ask('order.listShopOrders', { shopId, words });
    expect(found.orders.map((order) => order.orderId)).toContain('pickup-00005');
  }
  expect((await clerk.ask('order.listShopOrders', { shopId, words: '没有的' })).orders).toEqual([]);
});

test('a shopper finds orders by what was in them, and buys the same again', async () => {
  const { orders } = await ann.ask('order.listOrders', { words: '太谷' });
  expect(orders.length).toBeGreaterThan(3);
  expect((await ann.ask('order.listOrders', { words: '太谷 没有' })).orders).toEqual([]);
  const again = { orderId: 'pickup-00005' };
  expect(await ann.ask('order.buyAgain', again)).toEqual({ added: 1, gone: 0 });
  expect(await ann.ask('order.buyAgain', again)).toEqual({ added: 1, gone: 0 });
  expect((await ann.ask('order.getCart', {})).lines).toMatchObject([{ skuId, quantity: 1 }]);
});

test('an invoice is asked for once paid, and issued once', async () => {
  const invoice = { kind: 'company', title: '晋美公司', taxNumber: '91140100MA0K123456', email: 'a@b.cn' } as const;
  const orderId = 'pickup-00005';
  expect(await ann.call('order.requestInvoice', { orderId: 'pickup-00001', invoice })).toMatchObject({
    refusal: { code: 'NO_INVOICE', because: 'notPaid' },
  });
  await ann.ask('order.requestInvoice', { orderId, invoice });
  expect((await clerk.ask('order.getShopOrder', { shopId, orderId })).invoiceRequest).toEqual(invoice);
  await clerk.ask('order.issueInvoice', { shopId, orderId, number: '24142000000123456789' });
  expect((await ann.ask('order.getOrder', { orderId })).invoice).toEqual({ state: 'issued', title: '晋美公司' });
  expect(await ann.call('order.requestInvoice', { orderId, invoice })).toMatchObject({
    refusal: { code: 'NO_INVOICE', because: 'issued' },
  });
});
