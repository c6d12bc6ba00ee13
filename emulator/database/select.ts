import { type NearQuery, nearestBy, nearOf } from './nearest';
import { inOrder, type Order } from './order';
import { type IndexPlan, indexName, type Plan, planQuery } from './planner';
import { compileQuery } from './query';
import type { Collection, StoredDocument } from './storage/Collection';
import type { Document } from './values';
import type { Read, Work } from './Work';

/** Which documents, in which order, and which stretch of them. */
export interface Selection {
  query: Document;
  order?: Order | undefined;
  offset?: number;
  limit?: number;
}

/** The documents of a selection. With `$near` and no order, nearest first. How they were found is added to `work`. */
export function select(collection: Collection, selection: Selection, work: Work): StoredDocument[] {
  const near = nearOf(selection.query);
  return near ? selectNearest(collection, near, selection, work) : selectPlanned(collection, selection, work);
}

function selectNearest(collection: Collection, near: NearQuery, selection: Selection, work: Work): StoredDocument[] {
  const { order, offset = 0, limit = Number.POSITIVE_INFINITY } = selection;
  const wanted = order ? Number.POSITIVE_INFINITY : offset + limit;
  const { read, nearest } = nearestBy(collection, near, wanted, work);
  const found = nearest.map(({ stored }) => stored);
  return page(order ? inOrder(found, order, documentOf) : found, selection, read);
}

function selectPlanned(collection: Collection, selection: Selection, work: Work): StoredDocument[] {
  const { query, order, offset = 0, limit = Number.POSITIVE_INFINITY } = selection;
  const plan = planQuery(collection, query, order);
  const inIndexOrder = plan.by === 'index' && plan.ordered;
  const read = work.read(collection.name, indexName(plan), order !== undefined && inIndexOrder);
  const wanted = !order || inIndexOrder ? offset + limit : Number.POSITIVE_INFINITY;
  const found: StoredDocument[] = [];
  for (const stored of matching(candidates(collection, plan, read, wanted), query, work)) {
    found.push(stored);
    if (found.length >= wanted) break;
  }
  return page(order && !inIndexOrder ? inOrder(found, order, documentOf) : found, selection, read);
}

function page(found: readonly StoredDocument[], { offset = 0, limit }: Selection, read: Read): StoredDocument[] {
  const documents = found.slice(offset, limit === undefined ? undefined : offset + limit);
  read.returned += documents.length;
  return documents;
}

const documentOf = ({ document }: StoredDocument): Document => document;

function* matching(stored: Iterable<StoredDocument>, query: Document, work: Work): Generator<StoredDocument> {
  if (isIdOnly(query)) {
    yield* stored;
    return;
  }
  const matches = compileQuery(query);
  if (work.mayBeSlow) {
    // Reading stays outside the time limit, which may stop what it runs anywhere.
    for (const batch of batches(stored, 16)) {
      yield* work.limited(() => batch.filter(({ document }) => matches(document)));
    }
  } else for (const each of stored) if (matches(each.document)) yield each;
}

/** `{ _id: 'x' }` is answered by its key alone, without a query engine or even parsing the document. */
const isIdOnly = (query: Document): boolean => typeof query._id === 'string' && Object.keys(query).length === 1;

function* candidates(collection: Collection, plan: Plan, read: Read, wanted: number): Generator<StoredDocument> {
  for (const stored of placesOf(collection, plan, wanted)) {
    read.scanned++;
    yield stored;
  }
}

function* placesOf(collection: Collection, plan: Plan, wanted: number): Generator<StoredDocument> {
  if (plan.by === 'scan') {
    yield* collection.all();
  } else if (plan.by === 'ids') {
    for (const key of plan.keys) {
      const stored = collection.find(key);
      if (stored) yield stored;
    }
  } else {
    const rids = plan.by === 'geo' ? plan.index.touching(plan.boxes).keys() : ridsOf(plan);
    for (const batch of batches(rids, Math.min(wanted, 32))) yield* collection.many(batch);
  }
}

/** A document with several keys in the ranges comes up once. */
function* ridsOf({ index, ranges, backwards }: IndexPlan): Generator<number> {
  const seen = new Set<number>();
  for (const range of ranges) {
    for (const rid of index.scan(range, backwards)) {
      if (!seen.has(rid)) yield rid;
      seen.add(rid);
    }
  }
}

/** In pieces that grow: a short read stays short, a long one is not slow. */
function* batches<T>(all: Iterable<T>, first: number): Generator<T[]> {
  let batch: T[] = [];
  let size = first;
  for (const each of all) {
    batch.push(each);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    size = Math.min(size * 4, 1000);
  }
  yield batch;
}
