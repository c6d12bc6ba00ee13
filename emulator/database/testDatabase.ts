import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { type Database, openDatabase } from './Database';
import type { IndexDeclaration } from './declarations';
import type { Explanation } from './explain';
import type { Document } from './values';

/** A database in a folder of its own, driven with the requests the SDK sends, with a clock that stands still. */
export interface TestDatabase {
  readonly dataDir: string;
  /** The emulator's clock, in ms. */
  clock: { now: number };
  add(collection: string, ...documents: Document[]): Promise<unknown[]>;
  get(collection: string, id: unknown, transactionId?: string): Promise<Document | undefined>;
  find(collection: string, query: Document, options?: FindOptions): Promise<Document[]>;
  count(collection: string, query: Document): Promise<number>;
  /** `where(query).update(data)`: how many were updated. */
  update(collection: string, query: Document, data: Document, transactionId?: string): Promise<number>;
  remove(collection: string, query: Document): Promise<number>;
  aggregate(collection: string, ...stages: Document[]): Promise<Document[]>;
  /** How `where(query).get()` is answered. */
  explain(collection: string, query: Document, options?: FindOptions): Explanation;
  handle: Database['handle'];
  start(): Promise<string>;
  commit(transactionId: string): Promise<unknown>;
  /** Closes and opens the same folder, with other indexes if given. */
  reopen(indexes?: Indexes): void;
  close(): void;
}

/** Indexes by collection. */
export type Indexes = Record<string, readonly IndexDeclaration[]>;

/** Options of a `where().get()`. */
export interface FindOptions {
  order?: Record<string, 1 | -1>;
  offset?: number;
  limit?: number;
  projection?: Document;
}

/** Opens an empty database with these collections and indexes. */
export function openTestDatabase(declared: Indexes): TestDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'meidian-database-'));
  const clock = { now: 1_700_000_000_000 };
  const open = (indexes: Indexes) => openDatabase({ dataDir, collections: declare(indexes), now: () => clock.now });
  let database = open(declared);
  const handle: Database['handle'] = (action, params, work) => database.handle(action, params, work);
  const dataOf = async (action: string, params: Document) =>
    (await handle(`database.${action}`, params)).data as Record<string, never>;
  return {
    dataDir,
    clock,
    handle,
    async add(collectionName, ...documents) {
      return (await dataOf('insertDocument', { collectionName, data: documents.map(wire) })).insertedIds ?? [];
    },
    async get(collectionName, id, transactionId) {
      const params = { collectionName, queryType: 'DOC', query: wire({ _id: id }), transactionId };
      return read((await dataOf('getDocument', params)).list)[0];
    },
    async find(collectionName, query, { order, projection, ...page } = {}) {
      const params = { collectionName, queryType: 'WHERE', query: wire(query), ...page };
      const list = await dataOf('getDocument', {
        ...params,
        order: order && wire(order),
        projection: projection && wire(projection),
      });
      return read(list.list);
    },
    explain: (collectionName, query, { order, ...page } = {}) =>
      database.explain({ collectionName, query: wire(query), order: order && wire(order), ...page }),
    async count(collectionName, query) {
      return Number((await dataOf('calculateDocument', { collectionName, query: wire(query) })).total);
    },
    async update(collectionName, query, data, transactionId) {
      const mode = transactionId ? { queryType: 'DOC', multi: false } : { queryType: 'WHERE', multi: true };
      const params = {
        collectionName,
        query: wire(query),
        data: wire(data),
        merge: true,
        upsert: false,
        ...mode,
        transactionId,
      };
      return Number((await dataOf('modifyDocument', params)).updated);
    },
    async remove(collectionName, query) {
      return Number((await dataOf('removeDocument', { collectionName, query: wire(query), multi: true })).deleted);
    },
    async aggregate(collectionName, ...stages) {
      const sent = stages.map((stage) => {
        const [stageKey = ''] = Object.keys(stage);
        return { stageKey, stageValue: EJSON.stringify(stage[stageKey], { relaxed: false }) };
      });
      return read((await dataOf('aggregateDocuments', { collectionName, stages: sent })).list);
    },
    start: async () => String((await handle('database.startTransaction', {})).transactionId),
    commit: (transactionId) => handle('database.commitTransaction', { transactionId }),
    reopen(indexes = declared) {
      database.close();
      database = open(indexes);
    },
    close() {
      database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Canonical EJSON text, as the SDK sends it. */
export const wire = (value: Document): string => EJSON.stringify(value, { relaxed: false });

const read = (list: readonly string[] = []): Document[] => list.map((text) => EJSON.parse(text) as Document);

const declare = (indexes: Indexes) => ({
  collections: Object.fromEntries(Object.entries(indexes).map(([name, each]) => [name, { indexes: each }])),
});
