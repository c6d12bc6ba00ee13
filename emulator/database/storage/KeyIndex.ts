import type { Sqlite } from '../../dataFolder/Sqlite';
import { duplicateKey } from '../failures';
import { documentKeys, type KeyPattern } from '../indexKeys';
import { type Document, valueAt } from '../values';

/** A range of index keys: `from` inclusive, `to` exclusive. */
export interface KeyRange {
  from: Buffer;
  to: Buffer;
}

/** What the planner and a scan need to know of an ordered index; the primary key `_id` is one as well. */
export interface OrderedKeys {
  readonly name: string;
  readonly pattern: KeyPattern;
  /** True once a document had more than one key: then one range cannot hold both bounds of a condition. */
  readonly multikey: boolean;
  /** Row ids in key order, or against it. A document with several keys in the range comes up several times. */
  scan(range: KeyRange, backwards: boolean): Iterable<number>;
}

/** One declared B-tree index: the keys of all documents of a collection, in a table of its own. */
export class KeyIndex implements OrderedKeys {
  readonly #table: string;
  #multikey: boolean | undefined;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly id: number,
    private readonly collection: string,
    readonly name: string,
    readonly pattern: KeyPattern,
    readonly unique: boolean,
  ) {
    this.#table = `index_${id}`;
    sqlite.run(
      `create table if not exists ${this.#table} (key blob, rid integer, primary key (key, rid)) without rowid, strict`,
    );
  }

  get multikey(): boolean {
    const sql = 'select multikey from indexes where id = ?';
    this.#multikey ??= this.sqlite.row<{ multikey: number }>(sql, this.id)?.multikey === 1;
    return this.#multikey;
  }

  /** Forgets what it remembers of the table: a write was undone. */
  forget(): void {
    this.#multikey = undefined;
  }

  /** Replaces the keys of one document. Throws E11000 if the index is unique and another document has one of them. */
  change(rid: number, before: Document | undefined, after: Document | null): void {
    const old = new Map((before ? this.keysOf(before) : []).map((key) => [key.toString('latin1'), key]));
    const keys = after ? this.keysOf(after) : [];
    const added = keys.filter((key) => !old.delete(key.toString('latin1')));
    for (const key of old.values()) this.sqlite.run(`delete from ${this.#table} where key = ? and rid = ?`, key, rid);
    for (const key of added) this.#add(key, rid, after);
    if (keys.length > 1 && !this.multikey) {
      this.#multikey = true;
      this.sqlite.run('update indexes set multikey = 1 where id = ?', this.id);
    }
  }

  /** The keys a document has, or would have, here. */
  keysOf(document: Document): Buffer[] {
    return documentKeys(document, this.pattern);
  }

  /** A row that has this key; in a unique index there is at most one. */
  ownerOf(key: Buffer): number | undefined {
    return this.sqlite.row<{ rid: number }>(`select rid from ${this.#table} where key = ? limit 1`, key)?.rid;
  }

  /** The error for a second document with the unique key of `document`. */
  duplicate(document: Document): Error {
    const values = this.pattern.map(([path]) => `${path}: ${JSON.stringify(valueAt(document, path) ?? null)}`);
    return duplicateKey(this.collection, this.name, values.join(', '));
  }

  scan(range: KeyRange, backwards: boolean): Iterable<number> {
    return scanKeys(this.sqlite, this.#table, range, backwards);
  }

  #add(key: Buffer, rid: number, document: Document | null): void {
    const owner = this.unique ? this.ownerOf(key) : undefined;
    if (owner !== undefined && owner !== rid && document) throw this.duplicate(document);
    this.sqlite.run(`insert into ${this.#table} (key, rid) values (?, ?)`, key, rid);
  }
}

/** Row ids of a table with `key` and `rid`, in pages that grow: a short read stays short, a long one is not slow. */
export function* scanKeys(sqlite: Sqlite, table: string, range: KeyRange, backwards: boolean): Generator<number> {
  const [beyond, direction] = backwards ? ['<', 'desc'] : ['>', 'asc'];
  const where = `from ${table} where key >= ? and key < ?`;
  const order = `order by key ${direction}, rid ${direction} limit ?`;
  let size = 32;
  let page = sqlite.rows<KeyRow>(`select key, rid ${where} ${order}`, range.from, range.to, size);
  for (;;) {
    for (const { rid } of page) yield rid;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    size = Math.min(size * 4, 2000);
    const next = `select key, rid ${where} and (key, rid) ${beyond} (?, ?) ${order}`;
    page = sqlite.rows<KeyRow>(next, range.from, range.to, Buffer.from(last.key), last.rid, size);
  }
}

interface KeyRow {
  key: ArrayBuffer;
  rid: number;
}
