import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let clerk: Caller;
let neighbour: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, clerk, neighbour] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(sellers.clerk),
    storefront.as(sellers.neighbour),
  ]);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const skuId = 'millet-qinzhou-1';
const price = 2_980;

const place = (orderId: string, quantity: number) =>
  ann.ask(
    'order.placeOrder',
    orderOf(ann.person, {
      ...{ orderId, skuId, quantity },
      seenTotal: price * quantity + (price * quantity >= 9_900 ? 0 : 800),
    }),
  );
async function pay(orderId: string): Promise<void> {
  const { payment } = await ann.ask('order.payOrder', { orderId });
  await ann.pay(payment);
  await until(async () => (await ann.ask('order.getOrder', { orderId })).status === 'paid');
}
async function shelf(): Promise<{ stock: number; held: number }> {
  const { skus } = await clerk.ask('shop.readShelf', { shopId, skuIds: [skuId] });
  const [{ stock, held } = { stock: -1, held: -1 }] = skus;
  return { stock, held };
}
const count = (moveId: string, counted: number, expected: number) =>
  clerk.call('shop.bookCount', { shopId, moveId, skuId, counted, expected });

test('what lies in the shop stays the same while orders come, are paid, and are cancelled; it goes with the parcel', async () => {
  const before = await shelf();
  const lying = before.stock + before.held;
  await place('shelf-order-1', 3);
  await place('shelf-order-2', 2);
  expect(await shelf()).toEqual({ stock: before.stock - 5, held: before.held + 5 });
  await pay('shelf-order-1');
  await ann.ask('order.cancelOrder', { orderId: 'shelf-order-2' });
  expect(await shelf()).toEqual({ stock: before.stock - 3, held: before.held + 3 });

  const parcels = [{ carrier: 'SF', trackingNumber: 'SF1234567890' }] as const;
  await clerk.ask('order.shipOrder', { shopId, orderId: 'shelf-order-1', parcels: [...parcels] });
  const after = await shelf();
  expect(after.stock + after.held).toBe(lying - 3);
});

test('a count is the difference to what should lie there, whatever is ordered before it is booked', async () => {
  const { stock, held } = await shelf();
  await place('count-order-1', 4);
  // Two pieces are missing of all that should be there.
  const booked = await count('count-0001', stock + held - 2, stock + held);
  expect(booked).toEqual({ ok: true, value: { skuId, stock: stock - 4 - 2 } });
  await place('count-order-2', 1);
  expect(await count('count-0001', stock + held - 2, stock + held)).toMatchObject({ ok: true });
  expect(await shelf()).toEqual({ stock: stock - 7, held: held + 5 });

  const { moves } = await clerk.ask('shop.listStockMoves', { shopId, skuId, reason: 'count' });
  expect(moves[0]).toMatchObject({ delta: -2, counted: stock + held - 2, by: { role: 'clerk', isMe: true } });
  const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
  expect(adjusted).toBe(sku.stock);
});

test('a count that agrees stands in the history, too', async () => {
  const { stock, held } = await shelf();
  expect(await count('count-0002', stock + held, stock + held)).toMatchObject({ ok: true, value: { stock } });
  const { moves } = await clerk.ask('shop.listStockMoves', { shopId, skuId });
  expect(moves[0]).toMatchObject({ delta: 0, reason: 'count', counted: stock + held });
});

test('when something else came or went since, the count is refused with what should be there now', async () => {
  const { stock, held } = await shelf();
  const expected = stock + held;
  await clerk.ask('shop.adjustStock', { shopId, moveId: 'count-between', skuId, delta: 6, reason: 'restock' });
  expect(await count('count-0003', expected, expected)).toEqual({
    ok: false,
    refusal: { code: 'SHELF_CHANGED', expected: expected + 6 },
  });
});

test('a count is taken back like an adjustment', async () => {
  const { stock, held } = await shelf();
  await count('count-0004', stock + held + 5, stock + held);
  expect(await clerk.ask('shop.undoAdjustment', { shopId, moveId: 'count-0004' })).toEqual({ skuId, stock });
});

test('when more is missing than can be sold, the count is refused with what is left', async () => {
  const { stock, held } = await shelf();
  await clerk.ask('shop.adjustStock', { shopId, moveId: 'count-almost', skuId, delta: 1 - stock, reason: 'other' });
  expect(await count('count-0005', 0, 1 + held)).toEqual({
    ok: false,
    refusal: { code: 'NOT_ENOUGH_STOCK', stock: 1 },
  });
});

test('nobody counts or sets thresholds in another’s shop', async () => {
  const forged = { shopId: 'fenhe', skuIds: [skuId] };
  expect(await neighbour.ask('shop.readShelf', forged)).toEqual({ skus: [] });
  expect(await neighbour.call('shop.setLowAt', { ...forged, lowAt: 1 })).toEqual({
    ok: false,
    refusal: { code: 'NOT_FOUND' },
  });
  const counting = { shopId: 'fenhe', moveId: 'forged-01', skuId, counted: 0, expected: 0 };
  expect(await neighbour.call('shop.bookCount', counting)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
});

test('a SKU is found by words and by its barcode; lists show what is low or out; thresholds move with stock', async () => {
  const { skus, lowCount } = await clerk.ask('shop.listStock', { shopId, words: '沁州 小米' });
  expect(skus.map((sku) => sku.skuId)).toContain(skuId);
  expect(skus.every(({ productName }) => productName.includes('小米'))).toBe(true);
  expect(await clerk.ask('shop.listStock', { shopId, words: '.*' })).toMatchObject({ skus: [] });
  const low = await clerk.ask('shop.listStock', { shopId, show: 'low' });
  expect(low.skus.length).toBe(lowCount);

  await clerk.ask('shop.setLowAt', { shopId, skuIds: [skuId], lowAt: 0 });
  const found = (await clerk.ask('shop.listStock', { shopId, words: '沁州' })).skus.find((sku) => sku.skuId === skuId);
  expect(found).toMatchObject({ lowAt: 0, stock: 1 });
  expect((await clerk.ask('shop.listStock', { shopId })).lowCount).toBe(lowCount - 1);

  await clerk.ask('shop.adjustStock', { shopId, moveId: 'count-to-zero', skuId, delta: -1, reason: 'damage' });
  const out = await clerk.ask('shop.listStock', { shopId, show: 'out' });
  expect(out.skus.map((sku) => sku.skuId)).toContain(skuId);
  expect(out.skus.every(({ stock }) => stock === 0)).toBe(true);
});
