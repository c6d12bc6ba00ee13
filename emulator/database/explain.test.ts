import { openTestDatabase, type TestDatabase } from './testDatabase';
import { slowScan } from './Work';

let database: TestDatabase;

beforeAll(async () => {
  database = openTestDatabase({
    orders: [
      { name: 'shop_status', fields: { shopId: 1, status: 1, placedAt: -1 } },
      { name: 'at', fields: { at: '2dsphere' } },
    ],
  });
  const orders = Array.from({ length: slowScan + 1 }, (_, i) => ({
    _id: `order-${i}`,
    shopId: `shop-${i % 10}`,
    status: i % 20 < 10 ? 'paid' : 'shipped',
    placedAt: i,
    note: i % 3,
    at: [112 + i / 1e4, 37],
  }));
  await database.add('orders', ...orders);
});
afterAll(() => database.close());

test('an index with the order asked for reads just the page', () => {
  const query = { shopId: 'shop-3', status: 'paid' };
  expect(database.explain('orders', query, { order: { placedAt: -1 }, limit: 20 })).toEqual({
    index: 'shop_status',
    bounds: ['shopId = "shop-3"', 'status = "paid"'],
    scanned: 20,
    returned: 20,
    sortedByIndex: true,
  });
});

test('what an index does not narrow is looked at', () => {
  const query = { shopId: { $in: ['shop-1', 'shop-2'] }, note: 0 };
  const { index, bounds, scanned, returned, sortedByIndex } = database.explain('orders', query, { order: { note: 1 } });
  expect({ index, bounds, sortedByIndex }).toEqual({
    index: 'shop_status',
    bounds: ['shopId in ["shop-1","shop-2"]'],
    sortedByIndex: false,
  });
  expect(scanned).toBe(200);
  expect(returned).toBeLessThan(100);
});

test('a range, an id and a place say what they are bounded by', () => {
  const range = { shopId: 'shop-1', status: 'paid', placedAt: { $gte: 5, $lt: 50 } };
  expect(database.explain('orders', range).bounds).toEqual([
    'shopId = "shop-1"',
    'status = "paid"',
    'placedAt from 5 below 50',
  ]);
  const byId = { index: '_id_', bounds: ['_id = "order-1"'], scanned: 1, returned: 1 };
  expect(database.explain('orders', { _id: 'order-1' })).toMatchObject(byId);
  const $near = { $geometry: { type: 'Point', coordinates: [112, 37] } };
  const nearest = database.explain('orders', { at: { $near } }, { limit: 3 });
  expect(nearest).toMatchObject({ index: 'at', bounds: ['at outwards from 112, 37'], returned: 3 });
});

test('without an index every document is looked at, and more than 1000 are warned of', () => {
  const { index, bounds, scanned, warning } = database.explain('orders', { note: 9 });
  expect({ index, bounds, scanned }).toEqual({ index: null, bounds: undefined, scanned: slowScan + 1 });
  expect(warning).toBe('Looked at 1001 documents of orders for 0: no index serves it.');
});
