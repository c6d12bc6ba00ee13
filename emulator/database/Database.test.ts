import { ObjectId } from 'bson';
import { openTestDatabase, type TestDatabase, wire } from './testDatabase';

let database: TestDatabase;

beforeEach(() => {
  database = openTestDatabase({ teas: [{ name: 'sku', fields: { sku: 1 }, unique: true }], shops: [] });
});
afterEach(() => database.close());

const failure = (code: string, message: RegExp) => ({ code, message: expect.stringMatching(message) });

describe('documents', () => {
  test('come back as they were added, with an id made where there was none', async () => {
    const [id] = await database.add('shops', {
      name: '茶馆',
      open: new Date(9),
      rank: -1.5,
      big: 2 ** 40,
      none: null,
      tags: [],
    });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const expected = { _id: id, name: '茶馆', open: new Date(9), rank: -1.5, big: 2 ** 40, none: null, tags: [] };
    expect(await database.get('shops', id)).toEqual(expected);
    database.reopen();
    expect(await database.get('shops', id)).toEqual(expected);
  });

  test('keep what JSON cannot say, and ObjectIds are answered as hex', async () => {
    const owner = new ObjectId();
    await database.add('shops', { _id: 'x', owner, max: Number.POSITIVE_INFINITY, text: '{"$date":1}' });
    database.reopen();
    expect(await database.find('shops', { owner })).toEqual([
      { _id: 'x', owner: owner.toHexString(), max: Number.POSITIVE_INFINITY, text: '{"$date":1}' },
    ]);
  });

  test('serverDate is the emulator clock plus its offset', async () => {
    await database.add('shops', { _id: 'x', at: { $tcb_server_date: { offset: 1000 } } });
    expect(await database.get('shops', 'x')).toEqual({ _id: 'x', at: new Date(database.clock.now + 1000) });
  });

  test('a batch is added whole or not at all', async () => {
    await database.add('shops', { _id: 'b' });
    const batch = database.add('shops', { _id: 'a' }, { _id: 'b' });
    await expect(batch).rejects.toMatchObject(failure('DATABASE_REQUEST_FAILED', /E11000 .*shops index: _id_ .*"b"/));
    expect(await database.count('shops', {})).toBe(1);
  });

  test('set replaces a document or makes it', async () => {
    const set = (data: Record<string, unknown>) =>
      database.handle('database.modifyDocument', {
        collectionName: 'shops',
        queryType: 'DOC',
        query: wire({ _id: 'x' }),
        data: wire(data),
        multi: false,
        merge: false,
        upsert: true,
      });
    expect(await set({ a: 1, b: 1 })).toEqual({ data: { updated: 0, upsert_id: 'x' } });
    expect(await set({ a: 2 })).toEqual({ data: { updated: 1 } });
    expect(await database.get('shops', 'x')).toEqual({ _id: 'x', a: 2 });
  });

  test('remove takes all matches, updateAndReturn the first', async () => {
    await database.add('shops', { _id: 1, n: 1 }, { _id: 2, n: 1 }, { _id: 3, n: 2 });
    const params = { collectionName: 'shops', query: wire({ n: 1 }), data: wire({ $inc: { n: 5 } }) };
    const { data } = await database.handle('database.modifyAndReturnDoc', params);
    expect(data).toEqual({ updated: 1, doc: '{"_id":1,"n":6}' });
    expect(await database.remove('shops', { n: { $lt: 6 } })).toBe(2);
    expect(await database.count('shops', {})).toBe(1);
  });
});

describe('reading', () => {
  beforeEach(async () => {
    await database.add(
      'shops',
      ...Array.from({ length: 120 }, (_, n) => ({ _id: n, n, half: n >> 1, in: { city: 'SH' } })),
    );
  });

  test('a page follows order, offset and limit; without a limit there are 100', async () => {
    const page = await database.find('shops', {}, { order: { half: -1, n: 1 }, offset: 1, limit: 3 });
    expect(page.map(({ n }) => n)).toEqual([119, 116, 117]);
    expect(await database.find('shops', {})).toHaveLength(100);
    expect(await database.find('shops', {}, { limit: 5000 })).toHaveLength(120);
  });

  test('a projection shows the fields asked for and the id', async () => {
    const [first] = await database.find('shops', { n: 7 }, { projection: { 'in.city': 1 } });
    expect(first).toEqual({ _id: 7, in: { city: 'SH' } });
  });

  test('ids can be walked in order, as a cursor does', async () => {
    const page = await database.find('shops', { _id: { $gt: 50 } }, { order: { _id: 1 }, limit: 2 });
    expect(page.map(({ _id }) => _id)).toEqual([51, 52]);
  });
});

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

describe('what is not there fails by name', () => {
  test.each([
    ['database.watch', {}, /database\.watch/],
    [
      'database.modifyDocument',
      { query: '{}', data: wire({ $currentDate: { a: true } }), multi: true },
      /\$currentDate/,
    ],
    ['database.getDocument', { query: wire({ $text: { $search: 'x' } }) }, /\$text/],
    ['database.getDocument', { query: wire({ a: { $near: [1, 2] } }) }, /\$near/],
    ['database.getDocument', { query: wire({ $where: 'true' }) }, /\$where/],
    ['database.aggregateDocuments', { stages: [{ stageKey: '$out', stageValue: '"x"' }] }, /\$out/],
    ['database.aggregateDocuments', { stages: [{ stageKey: '$project', stageValue: '{"a":{"$nope":1}}' }] }, /\$nope/],
  ])('%s %j', async (action, params, message) => {
    await database.add('shops', { _id: 'x', a: 1 });
    const request = database.handle(action, { collectionName: 'shops', ...params });
    await expect(request).rejects.toMatchObject(failure('NOT_EMULATED', message));
  });

  test('an unknown collection, and one that exists already', async () => {
    await expect(database.find('nope', {})).rejects.toMatchObject(
      failure('DATABASE_COLLECTION_NOT_EXIST', /not exist: nope/),
    );
    const again = database.handle('database.addCollection', { collectionName: 'shops' });
    await expect(again).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_EXIST' });
  });

  test('an embedded condition does not match plain items', async () => {
    await database.add('shops', { _id: 'plain', l: [1, 2] }, { _id: 'documents', l: [{ a: 1 }] });
    const found = await database.find('shops', { l: { $elemMatch: { a: 1 } } });
    expect(found.map(({ _id }) => _id)).toEqual(['documents']);
  });
});

describe('unique indexes', () => {
  test('refuse a second document, an update into one, and count a missing field as a value', async () => {
    await database.add('teas', { _id: 'a', sku: 1 }, { _id: 'b', sku: 2 }, { _id: 'c' });
    const e11000 = failure('DATABASE_REQUEST_FAILED', /E11000 duplicate key error collection: teas index: sku dup key/);
    await expect(database.add('teas', { sku: 1 })).rejects.toMatchObject(e11000);
    await expect(database.update('teas', { _id: 'a' }, { $set: { sku: 2 } })).rejects.toMatchObject(e11000);
    await expect(database.add('teas', { _id: 'd' })).rejects.toMatchObject(e11000);
    expect(await database.update('teas', { _id: 'a' }, { $set: { sku: 1, name: 'x' } })).toBe(1);
    expect(await database.count('teas', {})).toBe(3);
  });

  test('a write that fails does not take those beside it along', async () => {
    const writes = [1, 2, 1, 3].map((sku) => database.add('teas', { sku }));
    const results = await Promise.allSettled(writes);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    database.reopen();
    expect((await database.find('teas', {}, { order: { sku: 1 } })).map(({ sku }) => sku)).toEqual([1, 2, 3]);
  });

  test('one that is added later is built from the documents, or says which break it', async () => {
    await database.add('shops', { _id: 1, n: 1 }, { _id: 2, n: 1 });
    const onN = { name: 'n', fields: { n: 1 as const }, unique: true };
    expect(() => database.reopen({ teas: [], shops: [onN] })).toThrow(/E11000 .* index: n dup key: \{ n: 1 \}/);
  });
});

describe('many at once', () => {
  test('200 buyers of 50 units: exactly 50 get one', async () => {
    await database.add('teas', { _id: 'tea', sku: 'tea', left: 50 });
    const buy = (buyer: number) =>
      database.update(
        'teas',
        { _id: 'tea', left: { $gte: 1 }, [`holds.${buyer}`]: { $exists: false } },
        { $inc: { left: -1 }, $set: { [`holds.${buyer}`]: { units: 1 } } },
      );
    const results = await Promise.all(Array.from({ length: 200 }, (_, buyer) => buy(buyer)));
    expect(results.filter((updated) => updated === 1)).toHaveLength(50);
    const tea = await database.get('teas', 'tea');
    expect(tea).toMatchObject({ left: 0 });
    expect(Object.keys(tea?.holds ?? {})).toHaveLength(50);
  });
});

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
    await database.aggregate('shops', { $addFields: { 'a.b': 2 } }, { $unset: 'a.c' });
    expect(await database.get('shops', 'x')).toEqual({ _id: 'x', a: { b: 1 } });
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
