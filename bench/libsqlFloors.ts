import path from 'node:path';
import Libsql from 'libsql';
import { afterPrefix, encodeKey } from '../emulator/database/indexKeys';
import { anywhere, itemCount, itemOf, placesName } from './seedItems';

/** What no emulator on this engine can be faster than: the bare statements of each operation, in this process. */
export interface LibsqlFloors {
  get(): void;
  insert(): void;
  update(): void;
  query(): void;
  /** Some sixty places around one, of so many. */
  near(count: number): void;
  transaction(): void;
  close(): void;
}

/** Reads are of the emulator's own file, beside it; writes go to a file in `folder`, as durable as the emulator's. */
export function openLibsqlFloors(dataDir: string, folder: string): LibsqlFloors {
  const emulators = new Libsql(path.join(dataDir, 'database.sqlite'));
  const own = new Libsql(path.join(folder, 'floor.sqlite'));
  return {
    ...reads(emulators),
    ...writes(own),
    close: () => {
      emulators.close();
      own.close();
    },
  };
}

function reads(db: Libsql.Database): Pick<LibsqlFloors, 'get' | 'query' | 'near'> {
  const items = tableOf(db, 'items');
  const get = db.prepare(`select body from ${items.documents} where rid = ?`);
  const joined = `select body from ${items.index} join ${items.documents} using (rid) where`;
  const query = db.prepare(`${joined} ${items.index}.key >= ? and ${items.index}.key < ? order by ${items.index}.key`);
  const near = (count: number) => {
    const { documents, geo } = tableOf(db, placesName(count));
    const box = 'where east >= ? and west <= ? and north >= ? and south <= ?';
    return db.prepare(`select body from ${geo} join ${documents} using (rid) ${box}`);
  };
  const prepared = new Map<number, Libsql.Statement>();
  return {
    get: () => get.get([1 + Math.floor(Math.random() * itemCount)]),
    query: () => {
      const shop = encodeKey(`shop-${Math.floor(Math.random() * 500)}`);
      query.all([shop, afterPrefix(shop)]);
    },
    near: (count) => {
      const statement = prepared.get(count) ?? near(count);
      prepared.set(count, statement);
      const [lng, lat] = anywhere();
      const half = Math.sqrt(60 / count) / 2;
      statement.all([lng - half, lng + half, lat - half, lat + half]);
    },
  };
}

/** The tables of a collection and its index in the emulator's file. */
function tableOf(db: Libsql.Database, name: string): { documents: string; index: string; geo: string } {
  const idOf = (sql: string) => (db.prepare(sql).get([name]) as { id: number }).id;
  const index = idOf('select id from indexes where collection = ?');
  const documents = `documents_${idOf('select id from collections where name = ?')}`;
  return { documents, index: `index_${index}`, geo: `geo_${index}` };
}

function writes(db: Libsql.Database): Pick<LibsqlFloors, 'insert' | 'update' | 'transaction'> {
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.prepare(`pragma ${pragma}`).all();
  db.exec('create table items (id text primary key, body text) strict');
  const insert = db.prepare('insert into items values (?, ?)');
  const select = db.prepare('select body from items where id = ?');
  const update = db.prepare('update items set body = ? where id = ?');
  let written = 0;
  // Never the same text: SQLite would have nothing to make durable.
  const nextBody = () => JSON.stringify(itemOf(++written));
  const insertNext = () => insert.run([`added-${written}`, nextBody()]);
  const change = (id: string) => {
    select.get([id]);
    update.run([nextBody(), id]);
  };
  const durably = (work: () => void) => {
    db.exec('begin immediate');
    work();
    db.exec('commit');
  };
  for (const id of ['item-0', 'item-1']) insert.run([id, nextBody()]);
  return {
    insert: () => durably(insertNext),
    update: () => durably(() => change('item-0')),
    transaction: () => durably(() => ['item-0', 'item-1'].forEach(change)),
  };
}
