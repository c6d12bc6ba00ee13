import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Sqlite } from '../../dataFolder/Sqlite';
import { collectionExists, collectionMissing } from '../failures';
import type { Change } from './Change';
import { Collection } from './Collection';
import { GroupCommit } from './GroupCommit';
import { History } from './History';

/** All collections in one SQLite file, and the one way to change them. */
export class Store {
  readonly sqlite: Sqlite;
  readonly history = new History();
  readonly #collections = new Map<string, Collection>();
  readonly #commits: GroupCommit;
  /** Collections that were made but are not on the disk yet. */
  readonly #fresh = new Set<string>();

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.sqlite = new Sqlite(join(dataDir, 'database.sqlite'));
    this.sqlite.run(
      'create table if not exists collections (id integer primary key, name text not null unique) strict',
    );
    this.#commits = new GroupCommit(this.sqlite, () => this.#forgetLost());
    for (const { id, name } of this.sqlite.rows<CollectionRow>('select id, name from collections')) {
      this.#collections.set(name, new Collection(this.sqlite, name, id));
    }
  }

  /** Throws `DATABASE_COLLECTION_NOT_EXIST`. */
  collection(name: string): Collection {
    const collection = this.#collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  /** Undefined if there is none: a `$lookup` into a missing collection finds nothing. */
  collectionIfAny(name: string): Collection | undefined {
    return this.#collections.get(name);
  }

  /** All collections, in the order they were made. */
  collections(): Collection[] {
    return [...this.#collections.values()];
  }

  /** Resolves when the new collection is durable. Throws if it exists. */
  createCollection(name: string): Promise<void> {
    if (this.#collections.has(name)) throw collectionExists(name);
    const durable = this.#commits.run(() => {
      const { lastInsertRowid } = this.sqlite.run('insert into collections (name) values (?)', name);
      this.#collections.set(name, new Collection(this.sqlite, name, lastInsertRowid));
    });
    this.#fresh.add(name);
    durable.then(
      () => this.#fresh.delete(name),
      () => undefined,
    );
    return durable;
  }

  /** Applies all changes or none, at once; the promise resolves when they are durable. Throws E11000. */
  apply(changes: readonly Change[]): Promise<void> {
    const before = changes.map(({ collection, key }) => collection.find(key));
    try {
      const durable = this.#commits.run(() => {
        for (const [i, { collection, key, document }] of changes.entries()) collection.put(key, document, before[i]);
      });
      this.history.record(changes, before);
      return durable;
    } catch (error) {
      for (const { collection, key } of changes) collection.forget([key]);
      throw error;
    }
  }

  /** Makes everything written so far durable now. */
  flush(): void {
    this.#commits.flush();
  }

  /** Makes everything written durable and leaves the file as it is until the answer is called; see `Sqlite.holdFile`. */
  holdFile(): () => void {
    this.flush();
    return this.sqlite.holdFile();
  }

  /** See `Sqlite.refuseShared`. */
  refuseShared(): void {
    this.flush();
    this.sqlite.refuseShared();
  }

  /** Makes everything written durable and closes the file. */
  close(): void {
    this.flush();
    this.sqlite.close();
  }

  #forgetLost(): void {
    for (const name of this.#fresh) this.#collections.delete(name);
    this.#fresh.clear();
    for (const collection of this.#collections.values()) collection.forget();
  }
}

interface CollectionRow {
  id: number;
  name: string;
}
