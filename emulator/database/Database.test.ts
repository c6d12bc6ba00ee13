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

  test('a projection that leaves out a field leaves it in the document', async () => {
    const [first] = await database.find('shops', { n: 7 }, { projection: { 'in.city': 0, half: 0 } });
    expect(first).toEqual({ _id: 7, n: 7, in: {} });
    expect(await database.count('shops', { 'in.city': 'SH' })).toBe(120);
  });

  test('ids can be walked in order, as a cursor does', async () => {
    const page = await database.find('shops', { _id: { $gt: 50 } }, { order: { _id: 1 }, limit: 2 });
    expect(page.map(({ _id }) => _id)).toEqual([51, 52]);
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

  test('refuse a whole batch, of which nothing is seen afterwards', async () => {
    await database.add('teas', { _id: 'a', sku: 1 });
    await expect(database.add('teas', { _id: 'b', sku: 2 }, { _id: 'c', sku: 1 })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    expect(await database.get('teas', 'b')).toBeUndefined();
    expect(await database.find('teas', { sku: 2 })).toEqual([]);
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

test('$elemMatch of a pattern asks each item for it', async () => {
  const own = openTestDatabase({ lists: [] });
  await own.add('lists', { _id: 1, words: ['tea', 'cup'] }, { _id: 2, words: ['cup'] });
  for (const $elemMatch of [{ $regex: '^t' }, { $regex: /^t/ }, { $not: { $regex: 'c' } }]) {
    expect(await own.find('lists', { words: { $elemMatch } })).toEqual([{ _id: 1, words: ['tea', 'cup'] }]);
  }
  own.close();
});
