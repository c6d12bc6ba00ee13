import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CollectionDeclarations } from '../declarations';
import type { Change } from './Change';
import { type Collection, idKeyOf } from './Collection';
import { declareIndexes } from './declareIndexes';
import { Store } from './Store';

const declared: CollectionDeclarations = {
  collections: {
    teas: {
      indexes: [
        { name: 'tags', fields: { tags: 1 } },
        { name: 'code', fields: { code: 1 }, unique: true },
      ],
    },
  },
};

let dataDir: string;
let store: Store;
let teas: Collection;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'store-'));
  open();
});

afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true });
});

function open(): void {
  store = new Store(dataDir);
  declareIndexes(store, declared);
  teas = store.collection('teas');
}

function put(_id: string, fields: Record<string, unknown> = {}): Change {
  return { collection: teas, key: idKeyOf(_id), document: { _id, code: _id, ...fields } };
}

const has = (_id: string): boolean => teas.find(idKeyOf(_id)) !== undefined;

/** Leaves room for so many more pages; SQLite then fails as on a full disk. */
function leaveRoom(pages: number): void {
  const { page_count: used } = store.sqlite.row<{ page_count: number }>('pragma page_count') ?? { page_count: 0 };
  store.sqlite.exec(`pragma max_page_count = ${used + pages}`);
}

const large = { leaf: 'x'.repeat(100_000) };

test('a full disk refuses a write whole, keeps what is there readable, and takes writes again when there is room', async () => {
  await store.apply([put('before')]);
  leaveRoom(3);
  // What shares a commit with a write that fills the disk is refused with it: nobody is told of half a commit.
  const small = store.apply([put('small')]);
  expect(() => store.apply([put('one', large), put('two', large)])).toThrow('full');
  await expect(small).rejects.toThrow('full');
  expect([has('before'), has('small'), has('one'), has('two'), teas.count()]).toEqual([true, false, false, false, 1]);
  leaveRoom(1000);
  await store.apply([put('small'), put('one', large)]);
  store.close();
  open();
  expect([has('before'), has('small'), has('one'), has('two'), teas.count()]).toEqual([true, true, true, false, 3]);
});

test('a collection that a full disk refused does not exist, and can be made later', async () => {
  leaveRoom(4);
  const cups = store.createCollection('cups');
  expect(() => store.apply([put('one', large)])).toThrow('full');
  await expect(cups).rejects.toThrow('full');
  expect(store.collectionIfAny('cups')).toBeUndefined();
  leaveRoom(100);
  await store.createCollection('cups');
  expect(store.collections().map(({ name }) => name)).toEqual(['teas', 'cups']);
});

test('a disk that became read-only refuses writes and is read on', async () => {
  await store.apply([put('before')]);
  store.sqlite.exec('pragma query_only = on');
  expect(() => store.apply([put('after')])).toThrow('readonly');
  expect([has('before'), has('after'), teas.count()]).toEqual([true, false, 1]);
  store.sqlite.exec('pragma query_only = off');
  await store.apply([put('after')]);
  expect(has('after')).toBe(true);
});

test('a refused write leaves nothing behind, not even that its index once had several keys of one document', async () => {
  await store.apply([put('a', { code: 'taken' })]);
  expect(teas.count()).toBe(1);
  expect(() => store.apply([put('b', { tags: ['x', 'y'], code: 'taken' })])).toThrow('E11000');
  expect([teas.count(), teas.keyIndexes[0]?.multikey]).toEqual([1, false]);
  await store.apply([put('c', { tags: ['x', 'y'] })]);
  store.close();
  open();
  expect([teas.count(), teas.keyIndexes[0]?.multikey]).toEqual([2, true]);
});

test('counts follow adding, replacing and removing', async () => {
  await store.apply([put('a'), put('b')]);
  expect(teas.count()).toBe(2);
  await store.apply([
    put('a', { price: 1 }),
    put('c'),
    { ...put('b'), document: null },
    { ...put('z'), document: null },
  ]);
  expect(teas.count()).toBe(2);
});
