import { openTestDatabase, type TestDatabase } from './testDatabase';

let database: TestDatabase;

beforeEach(() => {
  database = openTestDatabase({ teas: [{ name: 'sku', fields: { sku: 1 }, unique: true }], shops: [] });
});
afterEach(() => database.close());

const failure = (code: string, message: RegExp) => ({ code, message: expect.stringMatching(message) });

describe('update operators', () => {
  const after = async (before: Record<string, unknown>, operators: Record<string, unknown>) => {
    await database.remove('shops', {});
    await database.add('shops', { _id: 'x', ...before });
    await database.update('shops', { _id: 'x' }, operators);
    const { _id, ...fields } = (await database.get('shops', 'x')) ?? {};
    return fields;
  };

  test.each([
    ['$inc', { n: 1 }, { $inc: { n: 2, made: 3 } }, { n: 3, made: 3 }],
    ['$mul', { n: 3 }, { $mul: { n: 2, made: 2 } }, { n: 6, made: 0 }],
    ['$min and $max', { low: 5, high: 5 }, { $min: { low: 3 }, $max: { high: 3 } }, { low: 3, high: 5 }],
    ['$set in depth', { a: { b: 1 } }, { $set: { 'a.c': 2, 'd.e': 3 } }, { a: { b: 1, c: 2 }, d: { e: 3 } }],
    ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
    ['$rename', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['$push at the front', { l: [1] }, { $push: { l: { $each: [2, 3], $position: 0 } } }, { l: [2, 3, 1] }],
    ['$push sorted and cut, first', {}, { $push: { l: { $each: [3, 1, 2], $sort: -1, $slice: 2 } } }, { l: [3, 2] }],
    [
      '$push sorted by fields',
      { l: [{ a: 1, b: 1 }] },
      { $push: { l: { $each: [{ a: 1, b: 2 }], $sort: { a: 1, b: -1 }, $slice: -1 } } },
      { l: [{ a: 1, b: 1 }] },
    ],
    [
      '$pull of values and of documents',
      { l: [1, 5, 9], d: [5, { a: 5 }, { a: 6 }] },
      { $pull: { l: { $gt: 4 }, d: { a: 5 } } },
      { l: [1], d: [5, { a: 6 }] },
    ],
    ['$pullAll', { l: [1, 2, 1, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
    ['$addToSet beside duplicates', { l: [1, 1] }, { $addToSet: { l: { $each: [1, 2, 2] } } }, { l: [1, 1, 2] }],
    ['$pop at both ends', { a: [1, 2, 3], b: [1, 2, 3] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2, 3] }],
  ])('%s', async (_name, before, operators, expected) => {
    expect(await after(before, operators)).toEqual(expected);
  });

  test('a positional update changes the item that the query found', async () => {
    await database.add('shops', {
      _id: 'x',
      lines: [
        { sku: 'a', n: 1 },
        { sku: 'b', n: 1 },
      ],
    });
    await database.update('shops', { _id: 'x', 'lines.sku': 'b' }, { $set: { 'lines.$.n': 9 } });
    expect(await database.get('shops', 'x')).toMatchObject({ lines: [{ n: 1 }, { n: 9 }] });
  });

  test.each([
    [{ $inc: { text: 1 } }, /non-numeric type/],
    [{ $push: { text: { $each: [1] } } }, /must be an array/],
    [{ $set: { 'none.a': 1 } }, /Cannot create field 'a' in element \{none: null\}/],
    [{ $set: { _id: 'y' } }, /immutable field/],
    [{ $set: { n: 1 }, $inc: { n: 1 } }, /conflict/],
  ])('%j is refused and changes nothing', async (operators, message) => {
    await database.add('shops', { _id: 'x', text: 'x', none: null });
    const update = database.update('shops', { _id: 'x' }, operators);
    await expect(update).rejects.toMatchObject(failure('DATABASE_REQUEST_FAILED', message));
    expect(await database.get('shops', 'x')).toEqual({ _id: 'x', text: 'x', none: null });
  });
});
