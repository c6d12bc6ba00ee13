import { NotEmulated } from '../CloudBaseError';
import { conditionsOf } from './conditions';
import { nearOf } from './nearest';
import { inOrder } from './order';
import { compileQuery } from './query';
import { type Selection, select } from './select';
import type { Change } from './storage/Change';
import { type Collection, type IdKey, idKeyOf } from './storage/Collection';
import { documentName, type History, type Snapshot } from './storage/History';
import type { Document } from './values';
import type { Work } from './Work';

/** A document somebody may see; `text` is its stored form where that is at hand. */
export interface Found {
  key: IdKey;
  document: Document;
  text?: string;
}

/** What a transaction sees: the database at a moment, and over it its own writes by document name. */
export interface TransactionView {
  history: History;
  snapshot: Snapshot;
  writes: ReadonlyMap<string, Change>;
}

/** The documents of a selection as a transaction sees them. */
export function selectAt(view: TransactionView, collection: Collection, selection: Selection, work: Work): Found[] {
  const { query, order, offset = 0, limit = Number.POSITIVE_INFINITY } = selection;
  const ids = conditionsOf(query).get('_id')?.equals;
  const matches = compileQuery(query);
  if (ids?.length === 1) return seen(view, collection, [idKeyOf(ids[0])], matches, work).slice(offset, offset + limit);
  if (nearOf(query)) throw new NotEmulated('$near in a transaction');
  const touched = new Set([...ownKeys(view, collection), ...view.history.keysChangedSince(view.snapshot, collection)]);
  const untouched = select(collection, { query }, work).filter(({ key }) => !touched.has(key));
  const found: Found[] = [...untouched, ...seen(view, collection, [...touched], matches, work)];
  const sorted = order ? inOrder(found, order, ({ document }) => document) : found;
  return sorted.slice(offset, offset + limit);
}

function ownKeys({ writes }: TransactionView, collection: Collection): IdKey[] {
  return [...writes.values()].filter((write) => write.collection === collection).map(({ key }) => key);
}

function seen(
  { history, snapshot, writes }: TransactionView,
  collection: Collection,
  keys: readonly IdKey[],
  matches: (document: Document) => boolean,
  work: Work,
): Found[] {
  const existing = keys.flatMap((key) => {
    const own = writes.get(documentName(collection, key));
    const document = own ? own.document : history.documentAt(snapshot, collection, key);
    return document ? [{ key, document }] : [];
  });
  const found = work.evaluate(() => existing.filter(({ document }) => matches(document)));
  const read = work.read(collection.name, '_id_');
  read.scanned = existing.length;
  read.returned = found.length;
  return found;
}
