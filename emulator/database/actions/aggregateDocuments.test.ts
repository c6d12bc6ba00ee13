import { openTestDatabase, type TestDatabase } from '../testDatabase';

let database: TestDatabase;

beforeEach(() => {
  database = openTestDatabase({ teas: [{ name: 'sku', fields: { sku: 1 }, unique: true }], shops: [] });
});
afterEach(() => database.close());

describe('aggregation', () => {
  test('matches, groups, sorts and joins', async () => {
    await database.add(
      'teas',
      { _id: 'a', sku: 1, shop: 's1', price: 5 },
      { _id: 'b', sku: 2, shop: 's1', price: 7 },
      { _id: 'c', sku: 3, shop: 's2', price: 1 },
    );
    await database.add('shops', { _id: 's1', name: '一' }, { _id: 's2', name: '二' });
    const result = await database.aggregate(
      'teas',
      { $match: { price: { $gt: 0 } } },
      { $group: { _id: '$shop', total: { $sum: '$price' } } },
      { $lookup: { from: 'shops', localField: '_id', foreignField: '_id', as: 'shop' } },
      { $sort: { total: -1 } },
    );
    expect(result).toEqual([
      { _id: 's1', total: 12, shop: [{ _id: 's1', name: '一' }] },
      { _id: 's2', total: 1, shop: [{ _id: 's2', name: '二' }] },
    ]);
  });

  test('stages leave stored documents as they are', async () => {
    await database.add('shops', { _id: 'x', a: { b: 1 } });
    await database.aggregate('shops', { $addFields: { 'a.b': 2 } });
    await database.aggregate('shops', { $unset: 'a.b' });
    await database.aggregate('shops', { $project: { 'a.b': 0 } });
    await database.aggregate('shops', { $redact: { $cond: [{ $eq: ['$b', 1] }, '$$PRUNE', '$$DESCEND'] } });
    // Both what is stored and what is kept parsed.
    expect(await database.get('shops', 'x')).toEqual({ _id: 'x', a: { b: 1 } });
    expect(await database.count('shops', { 'a.b': 1 })).toBe(1);
  });

  test('strings count in bytes or code points, weeks begin on Sundays', async () => {
    await database.add('shops', { _id: 'x', text: '茶🍵馆', day: new Date('2024-01-07T00:00:00Z') });
    const [result] = await database.aggregate('shops', {
      $project: {
        _id: 0,
        bytes: { $substrBytes: ['$text', 0, 3] },
        points: { $substrCP: ['$text', 1, 1] },
        at: { $indexOfCP: ['$text', '馆'] },
        week: { $week: '$day' },
      },
    });
    expect(result).toEqual({ bytes: '茶', points: '🍵', at: 2, week: 1 });
  });
});
