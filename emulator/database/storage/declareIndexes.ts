import { NotEmulated } from '../../CloudBaseError';
import type { CollectionDeclarations, IndexDeclaration } from '../declarations';
import type { KeyPattern } from '../indexKeys';
import { GeoIndex } from './GeoIndex';
import { KeyIndex } from './KeyIndex';
import type { Store } from './Store';

/**
 * Makes the collections and indexes of the file equal to the declarations: what is missing is created and built from the
 * documents, what is no longer declared is dropped. Throws E11000 if the documents break a new unique index.
 */
export function declareIndexes(store: Store, { collections }: CollectionDeclarations): void {
  const { sqlite } = store;
  sqlite.run(
    'create table if not exists indexes (id integer primary key, collection text not null, declaration text not null, multikey integer not null default 0) strict',
  );
  for (const name of Object.keys(collections)) if (!store.collectionIfAny(name)) void store.createCollection(name);
  store.flush();
  sqlite.exec('begin immediate');
  const left = new Map(
    sqlite
      .rows<IndexRow>('select id, collection, declaration from indexes')
      .map((row) => [nameOf(row.collection, row.declaration), row]),
  );
  for (const [name, { indexes }] of Object.entries(collections)) {
    for (const declaration of indexes) {
      const text = JSON.stringify(declaration);
      const existing = left.get(nameOf(name, text));
      left.delete(nameOf(name, text));
      if (existing) attach(store, existing, declaration);
      else build(store, name, declaration);
    }
  }
  for (const row of left.values()) drop(store, row);
  sqlite.exec('commit');
}

interface IndexRow {
  id: number;
  collection: string;
  declaration: string;
}

const nameOf = (collection: string, declaration: string): string => `${collection}\0${declaration}`;

function build(store: Store, name: string, declaration: IndexDeclaration): void {
  const collection = store.collection(name);
  const row = { collection: name, declaration: JSON.stringify(declaration) };
  const sql = 'insert into indexes (collection, declaration) values (?, ?)';
  const id = store.sqlite.run(sql, row.collection, row.declaration).lastInsertRowid;
  const index = attach(store, { ...row, id }, declaration);
  for (const { rid, document } of collection.all()) index.change(rid, undefined, document);
}

function attach(store: Store, row: IndexRow, { name, fields, unique }: IndexDeclaration): KeyIndex | GeoIndex {
  const collection = store.collection(row.collection);
  const geoPaths = Object.keys(fields).filter((path) => fields[path] === '2dsphere');
  const [geoPath] = geoPaths;
  if (geoPath === undefined) {
    const pattern = Object.entries(fields) as unknown as KeyPattern;
    const index = new KeyIndex(store.sqlite, row.id, row.collection, name, pattern, unique ?? false);
    collection.keyIndexes.push(index);
    return index;
  }
  if (geoPaths.length > 1 || unique) throw new NotEmulated(`the index ${name} (one 2dsphere field, not unique)`);
  const index = new GeoIndex(store.sqlite, row.id, name, geoPath);
  collection.geoIndexes.push(index);
  return index;
}

function drop(store: Store, { id }: IndexRow): void {
  store.sqlite.run(`drop table if exists index_${id}`);
  store.sqlite.run(`drop table if exists geo_${id}`);
  store.sqlite.run('delete from indexes where id = ?', id);
}
