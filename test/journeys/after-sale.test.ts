import type { Input } from '../../shared/contract';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let manager: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
/** 太谷饼, 19.90 a piece. */
const skuId = 'taigu-cake-1';
const parcel = { carrier: 'SF', trackingNumber: 'SF1234567890' } as const;
const stock = async () => (await stockBooks(storefront.cloudbase, skuId)).sku.stock;
const orderNow = (orderId: string) => ann.ask('order.getOrder', { orderId });

/** Three cakes, paid: 59.70 and 8.00 freight. */
async function paidOrder(orderId: string): Promise<string> {
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, quantity: 3, seenTotal: 3 * 1990 + 800 }));
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
  return orderId;
}

async function receivedOrder(orderId: string): Promise<string> {
  await paidOrder(orderId);
  await manager.ask('order.shipOrder', { shopId, orderId, parcels: [parcel] });
  await ann.ask('order.confirmReceipt', { orderId });
  return orderId;
}

type Claim = Partial<Input<'order.requestAfterSale'>> & { quantity?: number };
const request = (orderId: string, caseId: string, { quantity = 1, ...claim }: Claim = {}) =>
  ann.call('order.requestAfterSale', {
    ...{ orderId, caseId, kind: 'refundOnly', reason: 'damaged', text: '碎了一块' },
    lines: [{ skuId, quantity }],
    ...claim,
  });

/** Lets refunds arrive: WeChat Pay answers "processing" first and tells the end by a notify. */
const refunded = (orderId: string, caseId: string) =>
  until(async () => {
    await storefront.tick();
    return (await orderNow(orderId)).cases.some((each) => each.caseId === caseId && each.status === 'refunded');
  });

test('money for one piece goes back to the fen; asking twice is one case, and pieces are claimed once', async () => {
  const orderId = await receivedOrder('after-sale-01');
  const asked = { ok: true, value: { orderId, caseId: 'case-0001', status: 'requested', amount: 1990 } };
  expect(await request(orderId, 'case-0001')).toEqual(asked);
  expect(await request(orderId, 'case-0001')).toEqual(asked);
  expect(await request(orderId, 'case-0001', { quantity: 2 })).toMatchObject({ refusal: { code: 'CASE_ID_TAKEN' } });
  expect(await request(orderId, 'case-0002', { quantity: 3 })).toMatchObject({
    refusal: { code: 'TOO_MANY_PIECES', skuId, left: 2 },
  });

  const waiting = await manager.ask('order.listShopOrders', { shopId, needs: 'answer' });
  expect(waiting.orders.map((order) => order.orderId)).toEqual([orderId]);
  const decision = { shopId, orderId, caseId: 'case-0001', decision: 'agree' } as const;
  expect((await manager.ask('order.decideAfterSale', decision)).status).toBe('refunding');
  await refunded(orderId, 'case-0001');
  expect((await manager.ask('order.decideAfterSale', decision)).status).toBe('refunded');
  expect((await orderNow(orderId)).status).toBe('received');
});

test('goods go back, then the money; the shop puts them on the shelf again, once', async () => {
  const before = await stock();
  const orderId = await receivedOrder('after-sale-02');
  await request(orderId, 'case-back', { kind: 'returnAndRefund', quantity: 2 });
  const asStaff = { shopId, orderId, caseId: 'case-back' };
  await manager.ask('order.decideAfterSale', { ...asStaff, decision: 'agree', answer: '请寄回' });
  const sent = { orderId, caseId: 'case-back', parcel };
  expect((await ann.ask('order.sendReturn', sent)).status).toBe('returning');
  expect((await ann.ask('order.sendReturn', sent)).status).toBe('returning');

  const settle = { ...asStaff, outcome: 'accept', restock: true } as const;
  await Promise.all([manager.ask('order.settleReturn', settle), manager.ask('order.settleReturn', settle)]);
  await refunded(orderId, 'case-back');
  expect(await stock()).toBe(before - 1);
  expect((await orderNow(orderId)).cases).toMatchObject([{ amount: 3980, answer: '请寄回', returnParcel: parcel }]);
});

test('an exchange sends other goods and no money', async () => {
  const orderId = await receivedOrder('after-sale-03');
  await request(orderId, 'case-swap', { kind: 'exchange' });
  const asStaff = { shopId, orderId, caseId: 'case-swap' };
  await manager.ask('order.decideAfterSale', { ...asStaff, decision: 'agree' });
  await ann.ask('order.sendReturn', { orderId, caseId: 'case-swap', parcel });
  expect(await manager.call('order.settleReturn', { ...asStaff, outcome: 'accept', restock: false })).toMatchObject({
    refusal: { code: 'REPLACEMENT_NEEDED' },
  });
  await manager.ask('order.settleReturn', { ...asStaff, outcome: 'accept', restock: false, replacement: parcel });
  expect((await orderNow(orderId)).cases).toMatchObject([{ status: 'exchanged', amount: 0, replacement: parcel }]);
});

test('a whole order that was not sent yet comes back with its freight, and its stock', async () => {
  const before = await stock();
  const orderId = await paidOrder('after-sale-04');
  expect(await request(orderId, 'case-all', { quantity: 3, reason: 'noLongerWanted' })).toMatchObject({
    value: { amount: 3 * 1990 + 800 },
  });
  expect(await manager.call('order.shipOrder', { shopId, orderId, parcels: [parcel] })).toMatchObject({
    refusal: { code: 'CASE_OPEN' },
  });
  await manager.ask('order.decideAfterSale', { shopId, orderId, caseId: 'case-all', decision: 'agree', restock: true });
  await refunded(orderId, 'case-all');
  expect((await orderNow(orderId)).status).toBe('refunded');
  expect(await stock()).toBe(before);
});

test('a declined or withdrawn case gives its pieces free again, and cannot be decided any more', async () => {
  const orderId = await receivedOrder('after-sale-05');
  await request(orderId, 'case-no-1', { quantity: 3 });
  const decline = { shopId, orderId, caseId: 'case-no-1', decision: 'decline', answer: '照片看不出破损' } as const;
  await manager.ask('order.decideAfterSale', decline);
  await request(orderId, 'case-no-2', { quantity: 3 });
  await ann.ask('order.withdrawAfterSale', { orderId, caseId: 'case-no-2' });
  const agree = { shopId, orderId, caseId: 'case-no-2', decision: 'agree' } as const;
  expect(await manager.call('order.decideAfterSale', agree)).toEqual({
    ok: false,
    refusal: { code: 'CASE_MOVED', status: 'withdrawn' },
  });
  expect(await request(orderId, 'case-no-3', { quantity: 3 })).toMatchObject({ ok: true });
});

test('the shop refunds by itself; nobody gets more than was paid', async () => {
  const orderId = await receivedOrder('after-sale-06');
  const give = { shopId, orderId, lines: [{ skuId, quantity: 1 }], text: '补偿', restock: false };
  expect(await manager.call('order.refundOrder', { ...give, caseId: 'gift-001', amount: 2_000 })).toMatchObject({
    refusal: { code: 'AMOUNT_TOO_HIGH', most: 1990 },
  });
  const given = await manager.ask('order.refundOrder', { ...give, caseId: 'gift-001', amount: 500 });
  expect(given.amount).toBe(500);
  expect(await manager.ask('order.refundOrder', { ...give, caseId: 'gift-001', amount: 500 })).toMatchObject({
    amount: 500,
  });
  await refunded(orderId, 'gift-001');
  expect((await orderNow(orderId)).status).toBe('received');
});

test('another shop’s staff, and another shopper, reach none of it', async () => {
  const orderId = await receivedOrder('after-sale-07');
  await request(orderId, 'case-mine');
  const [bob, neighbour] = await Promise.all([storefront.as(shoppers[1]), storefront.as(sellers.neighbour)]);
  const notFound = { ok: false, refusal: { code: 'NOT_FOUND', what: 'order' } };
  const theirs = { shopId: 'fenhe', orderId, caseId: 'case-mine' };
  expect(await bob.call('order.withdrawAfterSale', { orderId, caseId: 'case-mine' })).toEqual(notFound);
  expect(await neighbour.call('order.decideAfterSale', { ...theirs, decision: 'agree' })).toEqual(notFound);
  const all = { lines: [{ skuId, quantity: 1 }], text: 'x', restock: false };
  expect(await neighbour.call('order.refundOrder', { ...theirs, ...all })).toEqual(notFound);
  expect(await neighbour.call('order.getShopOrder', { shopId: 'fenhe', orderId })).toEqual(notFound);
});

test('the seller reads what happened to an order, by whom and why', async () => {
  const { history } = await manager.ask('order.getShopOrder', { shopId, orderId: 'after-sale-02' });
  const told = history.map(({ by, what }) => `${by}: ${what}`);
  expect(told.slice(0, 8)).toEqual([
    'shopper: placed',
    'WeChat Pay: paid',
    'staff: shipped',
    'WeChat Pay: shipping.uploaded',
    'shopper: received',
    'shopper: case.returnAndRefund',
    'staff: case.awaitingReturn',
    'shopper: case.returning',
  ]);
  expect(told).toContain('WeChat Pay: refund.done');
});
