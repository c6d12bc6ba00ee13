import { DamagedFile } from '../../dataFolder/DamagedFile';
import type { Sqlite } from '../../dataFolder/Sqlite';
import { duplicateKey, requestFailed } from '../failures';
import { encodeKey } from '../indexKeys';
import { type Document, decodeStored, encodeStored } from '../values';
import { DocumentCache } from './DocumentCache';
import type { GeoIndex } from './GeoIndex';
import { type KeyIndex, type KeyRange, type OrderedKeys, scanKeys } from './KeyIndex';

/** The key of a document id (string, number, ObjectId, …) in memory: the bytes of its index key as text. */
export type IdKey = string;

/** See `IdKey`. */
export const idKeyOf = (id: unknown): IdKey => encodeKey(id).toString('latin1');

/** A document as it lies in its table. The parsed form is shared by everyone who reads it: never change it. */
export interface StoredDocument {
  readonly rid: number;
  readonly key: IdKey;
  /** The JSON text as stored, see `encodeStored`. */
  readonly text: string;
  readonly document: Document;
}

/** One collection: its table of documents, a cache of parsed ones, and its indexes, which every change keeps in step. */
export class Collection {
  readonly keyIndexes: KeyIndex[] = [];
  readonly geoIndexes: GeoIndex[] = [];
  readonly idIndex: OrderedKeys;
  readonly #table: string;
  readonly #cache = new DocumentCache(cachedDocuments);
  #total: number | undefined;

  constructor(
    private readonly sqlite: Sqlite,
    readonly name: string,
    id: number,
  ) {
    const table = `documents_${id}`;
    this.#table = table;
    sqlite.run(
      `create table if not exists ${table} (rid integer primary key, key blob not null unique, body text not null) strict`,
    );
    const scan = (range: KeyRange, backwards: boolean) => scanKeys(sqlite, table, range, backwards);
    this.idIndex = { name: '_id_', pattern: [['_id', 1]], multikey: false, scan };
  }

  /** The document with this id, or undefined. */
  find(key: IdKey): StoredDocument | undefined {
    const cached = this.#cache.byKey(key);
    if (cached) return cached;
    const sql = `select rid, body from ${this.#table} where key = ?`;
    const row = this.sqlite.row<{ rid: number; body: string }>(sql, Buffer.from(key, 'latin1'));
    return row && this.#cache.add(new Stored(row.rid, key, row.body));
  }

  /** The document in this row, which must exist. */
  at(rid: number): StoredDocument {
    const cached = this.#cache.byRid(rid);
    if (cached) return cached;
    const row = this.sqlite.row<Row>(`select rid, key, body from ${this.#table} where rid = ?`, rid);
    if (!row) throw new DamagedFile(this.sqlite.path, `an index of ${this.name} points to the missing row ${rid}`);
    return this.#cache.add(new Stored(rid, keyText(row.key), row.body));
  }

  /** The documents in these rows, which must exist, in this order; those not at hand are read together. */
  many(rids: readonly number[]): StoredDocument[] {
    const missing = rids.filter((rid) => !this.#cache.holds(rid));
    if (missing.length > 1) {
      const sql = `select rid, key, body from ${this.#table} where rid in (select value from json_each(?))`;
      const rows = this.sqlite.rows<Row>(sql, JSON.stringify(missing));
      for (const { rid, key, body } of rows) this.#cache.add(new Stored(rid, keyText(key), body));
    }
    return rids.map((rid) => this.at(rid));
  }

  /** All documents in the order they were added. */
  *all(): Generator<StoredDocument> {
    const sql = `select rid, key, body from ${this.#table} where rid > ? order by rid limit ${pageSize}`;
    for (let last = 0; ; ) {
      const page = this.sqlite.rows<Row>(sql, last);
      for (const { rid, key, body } of page) {
        yield this.#cache.byRid(rid) ?? this.#cache.add(new Stored(rid, keyText(key), body));
        last = rid;
      }
      if (page.length < pageSize) return;
    }
  }

  /** How many documents there are. The table is counted once, then every change is. */
  count(): number {
    const sql = `select count(*) as total from ${this.#table}`;
    this.#total ??= this.sqlite.row<{ total: number }>(sql)?.total ?? 0;
    return this.#total;
  }

  /**
   * Writes or (null) removes one document and its index entries, inside the caller's SQLite transaction; `before` is what
   * `find` says now. Throws E11000.
   */
  put(key: IdKey, document: Document | null, before: StoredDocument | undefined): void {
    this.#cache.delete(key);
    if (this.#total !== undefined) this.#total += Number(document !== null) - Number(before !== undefined);
    if (document === null) {
      if (before) this.sqlite.run(`delete from ${this.#table} where rid = ?`, before.rid);
      if (before) this.#index(before.rid, before.document, null);
      return;
    }
    const text = encodeStored(document);
    if (text.length > longestDocument) throw requestFailed('object to insert too large: a document has at most 16 MB');
    const rid = before ? this.#update(before.rid, text) : this.#insert(key, text);
    this.#index(rid, before?.document, document);
    this.#cache.add(new Stored(rid, key, text, document));
  }

  /** Fails with E11000 for a document that is added although its id is taken. */
  refuseTaken(id: unknown): never {
    throw duplicateKey(this.name, '_id_', `_id: ${JSON.stringify(id)}`);
  }

  /** Forgets what it remembers of these documents, or of all, and of the table: writes were undone. */
  forget(keys?: Iterable<IdKey>): void {
    if (keys) for (const key of keys) this.#cache.delete(key);
    else this.#cache.clear();
    this.#total = undefined;
    for (const index of this.keyIndexes) index.forget();
  }

  #update(rid: number, text: string): number {
    this.sqlite.run(`update ${this.#table} set body = ? where rid = ?`, text, rid);
    return rid;
  }

  #insert(key: IdKey, text: string): number {
    const sql = `insert into ${this.#table} (key, body) values (?, ?)`;
    return this.sqlite.run(sql, Buffer.from(key, 'latin1'), text).lastInsertRowid;
  }

  #index(rid: number, before: Document | undefined, after: Document | null): void {
    for (const index of this.keyIndexes) index.change(rid, before, after);
    for (const index of this.geoIndexes) index.change(rid, before, after);
  }
}

/** Per collection; at two kilobytes a document this stays around a hundred megabytes. */
const cachedDocuments = 50_000;

/** Characters; MongoDB's limit in bytes of BSON. */
const longestDocument = 16 * 1024 * 1024;

const pageSize = 500;

interface Row {
  rid: number;
  key: ArrayBuffer;
  body: string;
}

const keyText = (key: ArrayBuffer): IdKey => Buffer.from(key).toString('latin1');

/** Parses its text when the document is first asked for, unless whoever wrote it had it at hand. */
class Stored implements StoredDocument {
  #document: Document | undefined;

  constructor(
    readonly rid: number,
    readonly key: IdKey,
    readonly text: string,
    document?: Document,
  ) {
    this.#document = document;
  }

  get document(): Document {
    this.#document ??= decodeStored(this.text);
    return this.#document;
  }
}
