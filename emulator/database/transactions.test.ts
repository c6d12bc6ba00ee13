import { openTestDatabase, type TestDatabase, wire } from './testDatabase';
import type { Document } from './values';

let database: TestDatabase;

beforeEach(async () => {
  database = openTestDatabase({ stock: [{ name: 'code', fields: { code: 1 }, unique: true }] });
  await database.add('stock', { _id: 'a', n: 10, code: 'a' }, { _id: 'b', n: 10, code: 'b' });
});
afterEach(() => database.close());

const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const gone = { code: 'DATABASE_TRANSACTION_FAIL' };
const take = (id: string, transaction?: string) =>
  database.update('stock', { _id: id }, { $inc: { n: -1 } }, transaction);
const left = async (id: string, transaction?: string) => (await database.get('stock', id, transaction))?.n;
const abort = (transactionId: string) => database.handle('database.abortTransaction', { transactionId });
const addIn = (transactionId: string, document: Record<string, unknown>) =>
  database.handle('database.insertDocument', { collectionName: 'stock', data: [wire(document)], transactionId });

test('a transaction sees its own writes, nobody else does before the commit', async () => {
  const transaction = await database.start();
  await take('a', transaction);
  await addIn(transaction, { _id: 'c', n: 1, code: 'c' });
  expect([await left('a', transaction), await left('c', transaction)]).toEqual([9, 1]);
  expect([await left('a'), await left('c')]).toEqual([10, undefined]);
  await database.commit(transaction);
  expect([await left('a'), await left('c')]).toEqual([9, 1]);
});

test('an aborted transaction leaves nothing, and is forgotten', async () => {
  const transaction = await database.start();
  await take('a', transaction);
  await abort(transaction);
  expect(await left('a')).toBe(10);
  await expect(database.commit(transaction)).rejects.toMatchObject(gone);
});

test('a snapshot is of the first operation: what others commit later stays unseen', async () => {
  const transaction = await database.start();
  await take('a');
  expect(await left('a', transaction)).toBe(9);
  await take('a');
  await take('b');
  await database.add('stock', { _id: 'new', n: 1, code: 'new' });
  await database.remove('stock', { _id: 'b' });
  expect(await left('a', transaction)).toBe(9);
  expect(await left('b', transaction)).toBe(10);
  expect(await left('new', transaction)).toBeUndefined();
});

test('a snapshot sees the last write before it, also while an older one is open', async () => {
  const older = await database.start();
  expect(await left('a', older)).toBe(10);
  await take('a');
  const newer = await database.start();
  expect([await left('a', newer), await left('a', older)]).toEqual([9, 10]);
  expect(await take('a', newer)).toBe(1);
});

test('the first writer wins; the second conflicts at its write and is over', async () => {
  const [first, second] = [await database.start(), await database.start()];
  await take('a', first);
  await expect(take('a', second)).rejects.toMatchObject(conflict);
  await expect(abort(second)).rejects.toMatchObject(gone);
  await database.commit(first);
  expect(await left('a')).toBe(9);
});

test('writing what somebody changed since the snapshot conflicts', async () => {
  const transaction = await database.start();
  expect(await left('a', transaction)).toBe(10);
  await take('a');
  await expect(take('a', transaction)).rejects.toMatchObject(conflict);
});

test('two transactions that make the same document conflict', async () => {
  const [first, second] = [await database.start(), await database.start()];
  await addIn(first, { _id: 'c', code: 'c' });
  await expect(addIn(second, { _id: 'c', code: 'd' })).rejects.toMatchObject(conflict);
});

test('an id that is taken fails at the write; a unique key taken meanwhile conflicts at the commit', async () => {
  const taken = await database.start();
  await expect(addIn(taken, { _id: 'a', code: 'z' })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  const duplicate = await database.start();
  await expect(addIn(duplicate, { _id: 'd', code: 'b' })).rejects.toMatchObject({
    message: expect.stringContaining('E11000'),
  });
  const twice = await database.start();
  await addIn(twice, { _id: 'd', code: 'd' });
  await expect(addIn(twice, { _id: 'e', code: 'd' })).rejects.toMatchObject({
    message: expect.stringContaining('E11000'),
  });
  const raced = await database.start();
  await addIn(raced, { _id: 'c', code: 'c' });
  await database.add('stock', { _id: 'other', code: 'c' });
  await expect(database.commit(raced)).rejects.toMatchObject(conflict);
  expect(await left('c')).toBeUndefined();
});

test('a write outside waits for the transaction that holds the document, then sees what it left', async () => {
  const transaction = await database.start();
  await take('a', transaction);
  const outside = database.update('stock', { _id: 'a', n: { $gte: 10 } }, { $inc: { n: -10 } });
  expect(await take('b')).toBe(1);
  await database.commit(transaction);
  expect(await outside).toBe(0);
  expect(await left('a')).toBe(9);
});

test('after thirty seconds a transaction is gone and holds nothing', async () => {
  const transaction = await database.start();
  await take('a', transaction);
  database.clock.now += 30_000;
  expect(await left('a', transaction)).toBe(9);
  const waiting = take('a');
  database.clock.now += 1;
  await expect(left('a', transaction)).rejects.toMatchObject(gone);
  expect(await waiting).toBe(1);
  expect(await left('a')).toBe(9);
});

test('a query in a transaction sees its snapshot and its own writes', async () => {
  const transactionId = await database.start();
  const find = async (query: Document) => {
    const params = { collectionName: 'stock', query: wire(query), order: wire({ n: -1 }), transactionId };
    const { data } = await database.handle('database.getDocument', params);
    return (data as { list: string[] }).list.map((text) => JSON.parse(text)._id);
  };
  expect(await find({ n: { $gt: 0 } })).toEqual(['a', 'b']);
  await database.update('stock', { _id: 'b' }, { $set: { n: 99 } });
  await database.add('stock', { _id: 'new', n: 5, code: 'new' });
  await take('a', transactionId);
  expect(await find({ n: { $gt: 0 } })).toEqual(['b', 'a']);
  expect(await find({ n: { $lt: 10 } })).toEqual(['a']);
});

test('transfers that retry on conflict keep the sum, as seen by every snapshot', async () => {
  const transfer = async (): Promise<void> => {
    const transaction = await database.start();
    try {
      const [a, b] = [Number(await left('a', transaction)), Number(await left('b', transaction))];
      expect(a + b).toBe(20);
      await database.update('stock', { _id: 'a' }, { $set: { n: a - 1 } }, transaction);
      await database.update('stock', { _id: 'b' }, { $set: { n: b + 1 } }, transaction);
      await database.commit(transaction);
    } catch (error) {
      expect(error).toMatchObject(conflict);
      await transfer();
    }
  };
  await Promise.all(Array.from({ length: 10 }, transfer));
  expect([await left('a'), await left('b')]).toEqual([0, 20]);
});
