import { nearestBy, nearOf } from './nearest';
import { inOrder, type Order } from './order';
import { type Plan, planQuery } from './planner';
import { compileQuery } from './query';
import type { Collection, StoredDocument } from './storage/Collection';
import type { Document } from './values';

/** Which documents, in which order, and which stretch of them. */
export interface Selection {
  query: Document;
  order?: Order | undefined;
  offset?: number;
  limit?: number;
}

/** The documents of a selection. With `$near` and no order, nearest first. */
export function select(collection: Collection, selection: Selection): StoredDocument[] {
  const { query, order, offset = 0, limit = Number.POSITIVE_INFINITY } = selection;
  const wanted = offset + limit;
  const near = nearOf(query);
  if (near) {
    const matches = compileQuery(near.rest);
    const found = nearestBy(collection, near, matches, order ? Number.POSITIVE_INFINITY : wanted);
    const documents = found.map(({ stored }) => stored);
    return (order ? inOrder(documents, order, documentOf) : documents).slice(offset, wanted);
  }
  const plan = planQuery(collection, query, order);
  const matches = isIdOnly(query) ? () => true : compileQuery(query);
  const sorted = !order || (plan.by === 'index' && plan.ordered);
  const found: StoredDocument[] = [];
  for (const stored of candidates(collection, plan)) {
    if (sorted && found.length >= wanted) break;
    if (matches(stored.document)) found.push(stored);
  }
  return (sorted ? found : inOrder(found, order, documentOf)).slice(offset, wanted);
}

const documentOf = ({ document }: StoredDocument): Document => document;

/** `{ _id: 'x' }` is answered by its key alone, without a query engine or even parsing the document. */
const isIdOnly = (query: Document): boolean => typeof query._id === 'string' && Object.keys(query).length === 1;

function* candidates(collection: Collection, plan: Plan): Generator<StoredDocument> {
  if (plan.by === 'scan') {
    yield* collection.all();
  } else if (plan.by === 'ids') {
    for (const key of plan.keys) {
      const stored = collection.find(key);
      if (stored) yield stored;
    }
  } else if (plan.by === 'geo') {
    for (const rid of plan.index.touching(plan.boxes)) yield collection.at(rid);
  } else {
    const seen = new Set<number>();
    for (const range of plan.ranges) {
      for (const rid of plan.index.scan(range, plan.backwards)) {
        if (!seen.has(rid)) yield collection.at(rid);
        seen.add(rid);
      }
    }
  }
}
