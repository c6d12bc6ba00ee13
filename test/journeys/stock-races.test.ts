import type { StockMoveRecord } from '../../cloudfunctions/shop/stockMoves';
import { openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';

/**
 * The stock's writes themselves, all at once in one process: through the functions, four run side by side at most on
 * this machine, and a race that is merely unlikely proves nothing.
 */
let storefront: Storefront;
let stock: typeof import('../../cloudfunctions/shop/stock');

beforeAll(async () => {
  storefront = await openStorefront();
  // Loaded only now, because the SDK reads where CloudBase is when it is loaded.
  stock = await import('../../cloudfunctions/shop/stock');
});
afterAll(() => storefront.close());

const attempt = (number: number) => ({
  key: `try-${number}`,
  orderId: `order-${number}`,
  shopId: 'jinmei',
  by: 'ann',
  at: Date.now(),
});

test('of 200 who take a piece at once, as many get one as there are pieces', async () => {
  const lines = [{ skuId: 'honey-locust-1', quantity: 1 }];
  const all = Array.from({ length: 200 }, (_none, number) => attempt(number));
  const short = await Promise.all(all.map((each) => stock.takeStock(each, lines)));

  const winners = all.filter((_each, index) => short[index]?.length === 0);
  const { sku } = await stockBooks(storefront.cloudbase, 'honey-locust-1');
  expect(winners).toHaveLength(sku.initialStock - soldBefore(await stockBooks(storefront.cloudbase, 'honey-locust-1')));
  expect(sku.stock).toBe(0);

  await Promise.all(winners.map((each) => stock.giveBackStock(each, lines)));
  await Promise.all(winners.map((each) => stock.giveBackStock(each, lines)));
  const after = await stockBooks(storefront.cloudbase, 'honey-locust-1');
  expect(after.sku).toMatchObject({ stock: winners.length, pendingCount: 0, pending: {} });
});

test('the same move ten times at once moves the stock once', async () => {
  const before = await stockBooks(storefront.cloudbase, 'taigu-cake-1');
  const move: StockMoveRecord = {
    _id: 'release-order-taigu',
    shopId: 'jinmei',
    skuId: 'taigu-cake-1',
    delta: 5,
    reason: 'release',
    note: '',
    by: 'ann',
    at: Date.now(),
  };
  await Promise.all(Array.from({ length: 10 }, () => stock.moveStock(move)));
  const after = await stockBooks(storefront.cloudbase, 'taigu-cake-1');
  expect([after.sku.stock, after.adjusted]).toEqual([before.sku.stock + 5, before.sku.stock + 5]);
});

test('of ten counts of the same shelf at once, one is booked', async () => {
  const { sku } = await stockBooks(storefront.cloudbase, 'taigu-cake-2');
  const count = (number: number): StockMoveRecord => ({
    ...{ _id: `count-${number}`, shopId: 'jinmei', skuId: sku._id, delta: -2, reason: 'count', note: '' },
    ...{ counted: 1, by: 'ann', at: Date.now() },
  });
  const numbers = Array.from({ length: 10 }, (_none, number) => number);
  const booked = await Promise.all(numbers.map((number) => stock.moveStock(count(number), sku)));
  expect(booked.filter(({ outcome }) => outcome === 'moved')).toHaveLength(1);
  expect(booked.filter(({ outcome }) => outcome === 'movedMeanwhile')).toHaveLength(9);
  expect((await stockBooks(storefront.cloudbase, sku._id)).sku.stock).toBe(sku.stock - 2);
});

const soldBefore = ({ moves }: { moves: readonly StockMoveRecord[] }): number =>
  -moves.reduce((sum, move) => sum + move.delta, 0);
