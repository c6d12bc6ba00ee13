import type { Answer } from '../../shared/contract';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { sellers } from '../support/world/people';

let storefront: Storefront;
let callers: Caller[];
let seller: Caller;

/** 200 people who live at one address each. */
const crowd = Array.from({ length: 200 }, (_none, index) => ({
  openId: `crowd-${index}`,
  unionId: `crowd-${index}`,
  name: `顾客 ${index}`,
  role: '顾客',
}));

beforeAll(async () => {
  storefront = await openStorefront(crowd);
  callers = await Promise.all(crowd.map((person) => storefront.as(person)));
  const home = {
    name: '顾客',
    phone: '13800000000',
    region: ['山西省', '太原市', '迎泽区'],
    detail: '柳巷 1 号',
    isDefault: true,
  };
  await storefront.cloudbase
    .database()
    .collection('addresses')
    .add(crowd.map(({ openId }) => ({ _id: `address-${openId}`, openId, ...home })));
  seller = await storefront.as(sellers.owner);
});
afterAll(() => storefront.close());

const buyer = (index: number): Caller => callers[index] as Caller;

const placeOne = (caller: Caller, orderId: string, skuId: string, price: number, quantity = 1) =>
  caller.call(
    'order.placeOrder',
    orderOf(caller.person, {
      orderId,
      skuId,
      quantity,
      seenTotal: price * quantity + (price * quantity >= 9900 ? 0 : 800),
    }),
  );

test('200 shoppers at once on 50 pieces: exactly 50 orders, everyone else hears OUT_OF_STOCK', async () => {
  const skuId = 'millet-qinzhou-1';
  await seller.ask('shop.adjustStock', {
    shopId: 'jinmei',
    moveId: 'to-fifty',
    skuId,
    delta: 50 - 150,
    reason: 'count',
  });

  const answers = await Promise.all(
    Array.from({ length: 200 }, (_none, index) => placeOne(buyer(index), `rush-order-${index}`, skuId, 2980)),
  );

  expect(answers.filter((answer) => answer.ok)).toHaveLength(50);
  expect(codes(answers)).toEqual({ OUT_OF_STOCK: 150 });
  const { sku, moves, adjusted } = await stockBooks(storefront.cloudbase, skuId);
  expect(sku.stock).toBe(0);
  expect(adjusted).toBe(0);
  expect(moves.filter((move) => move.orderId?.startsWith('rush-'))).toHaveLength(50);
  expect(saleNotes(sku.pending)).toEqual([]);
});

test('the same order sent five times at once is one order, and its stock is taken once', async () => {
  const skuId = 'vinegar-3y-1';
  const before = await stockBooks(storefront.cloudbase, skuId);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => placeOne(buyer(0), 'five-times-01', skuId, 1280, 2)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({
    ok: true,
    value: { orders: [{ orderId: 'five-times-01', status: 'awaitingPayment' }] },
  });
  const after = await stockBooks(storefront.cloudbase, skuId);
  expect(after.sku.stock).toBe(before.sku.stock - 2);
  expect(after.adjusted).toBe(after.sku.stock);
});

test('five times at once on the very last piece is still one order, and nobody is told it is gone', async () => {
  const skuId = 'mushroom-oil-2';
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => placeOne(buyer(1), 'last-piece-001', skuId, 12800)));
  expect(codes(answers)).toEqual({});
  const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
  expect([sku.stock, adjusted]).toEqual([0, 0]);
});

test('when one line is short nothing is taken, of any line', async () => {
  const answer = await buyer(2).call('order.placeOrder', {
    checkoutId: 'short-line-01',
    addressId: `address-${buyer(2).person.openId}`,
    baskets: [
      {
        shopId: 'jinmei',
        way: 'express',
        lines: [
          { skuId: 'vinegar-8y-1', quantity: 3 },
          { skuId: 'pea-cake-1', quantity: 9 },
        ],
        seenTotal: 3 * 3990 + 9 * 2600,
      },
    ],
  });
  expect(answer).toEqual({ ok: false, refusal: { code: 'OUT_OF_STOCK', skuId: 'pea-cake-1', left: 2 } });
  for (const skuId of ['vinegar-8y-1', 'pea-cake-1']) {
    const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
    expect(adjusted).toBe(sku.stock);
    expect(sku.pendingCount).toBe(0);
  }
  expect((await storefront.cloudbase.database().collection('orders').doc('short-line-01').get()).data).toEqual([]);
});

test('a price that is not the one seen is refused with the right one, and nothing is written', async () => {
  const answer = await placeOne(buyer(3), 'cheaper-0001', 'vinegar-8y-1', 100);
  expect(answer).toEqual({ ok: false, refusal: { code: 'PRICE_CHANGED', shopId: 'jinmei', toPay: 4790 } });
});

test('a seller adjusts by a difference, retries safely, and takes it back once', async () => {
  const skuId = 'garlic-vinegar-1';
  const before = (await stockBooks(storefront.cloudbase, skuId)).sku.stock;
  const move = { shopId: 'jinmei', moveId: 'restock-01', skuId, delta: 12, reason: 'restock' } as const;

  await Promise.all([seller.ask('shop.adjustStock', move), seller.ask('shop.adjustStock', move)]);
  expect(await seller.ask('shop.adjustStock', move)).toEqual({ skuId, stock: before + 12 });

  const undo = { shopId: 'jinmei', moveId: 'restock-01' };
  await Promise.all([seller.ask('shop.undoAdjustment', undo), seller.ask('shop.undoAdjustment', undo)]);
  expect(await seller.ask('shop.undoAdjustment', undo)).toEqual({ skuId, stock: before });
  expect(await seller.call('shop.adjustStock', { ...move, moveId: 'too-much', delta: -999 })).toEqual({
    ok: false,
    refusal: { code: 'NOT_ENOUGH_STOCK', stock: before },
  });
  expect((await stockBooks(storefront.cloudbase, skuId)).adjusted).toBe(before);
});

test('stock that runs low stands first in the seller’s list', async () => {
  const { skus, lowCount } = await seller.ask('shop.listStock', { shopId: 'jinmei' });
  const distances = skus.map((sku) => sku.stock - sku.lowAt);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(lowCount).toBeGreaterThan(5);
});

const codes = (answers: readonly Answer<'order.placeOrder'>[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const answer of answers) {
    if (!answer.ok) counted[answer.refusal.code] = (counted[answer.refusal.code] ?? 0) + 1;
  }
  return counted;
};

const saleNotes = (pending: Record<string, { reason: string }>) =>
  Object.values(pending).filter((note) => note.reason === 'sale');
