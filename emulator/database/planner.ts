import { type Condition, conditionsOf } from './conditions';
import type { Box } from './geo/boxes';
import { afterPrefix, directed, encodeKey, typeBracket } from './indexKeys';
import type { Order } from './order';
import { type Collection, type IdKey, idKeyOf } from './storage/Collection';
import type { GeoIndex } from './storage/GeoIndex';
import type { KeyRange, OrderedKeys } from './storage/KeyIndex';
import type { Document } from './values';

/** Where to look for the documents of a query: always a superset of them. */
export type Plan =
  | { by: 'ids'; keys: IdKey[] }
  | IndexPlan
  | { by: 'geo'; index: GeoIndex; boxes: Box[] }
  | { by: 'scan' };

/** Ranges of one index; its first `fieldsUsed` fields make them. `ordered`: reading it gives the order asked for. */
export interface IndexPlan {
  by: 'index';
  index: OrderedKeys;
  ranges: KeyRange[];
  fieldsUsed: number;
  ordered: boolean;
  backwards: boolean;
}

/** The index of a plan by its name; null for none. */
export function indexName(plan: Plan): string | null {
  if (plan.by === 'scan') return null;
  return plan.by === 'ids' ? '_id_' : plan.index.name;
}

/** Chooses by rule, not by statistics: ids, then a geo area, then the index with the longest usable prefix, then order. */
export function planQuery(collection: Collection, query: Document, order: Order | undefined): Plan {
  const conditions = conditionsOf(query);
  const ids = conditions.get('_id')?.equals;
  if (ids) return { by: 'ids', keys: [...new Set(ids.map(idKeyOf))] };
  for (const index of collection.geoIndexes) {
    const area = conditions.get(index.path)?.area;
    if (area) return { by: 'geo', index, boxes: area.boxes };
  }
  let best: { plan: Plan; score: number } = { plan: { by: 'scan' }, score: 0 };
  for (const index of [...collection.keyIndexes, collection.idIndex]) {
    const candidate = consider(index, conditions, order);
    if (candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

/** An index on (a, b, c) serves equality on a, or on a and b, …, then a range on the next field, or an order of the rest. */
function consider(
  index: OrderedKeys,
  conditions: Map<string, Condition>,
  order: Order | undefined,
): { plan: IndexPlan; score: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let equal = 0;
  for (const [path, direction] of index.pattern) {
    const values = conditions.get(path)?.equals;
    if (!values || prefixes.length * values.length > maxRanges) break;
    const parts = values.map((value) => directed(encodeKey(value), direction));
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
    equal++;
  }
  const [path, direction] = index.pattern[equal] ?? [undefined, 1];
  const bounds = path === undefined ? undefined : boundsOf(conditions.get(path), direction, index.multikey);
  const ranges = distinct(prefixes).map((prefix) => ({
    from: bounds ? Buffer.concat([prefix, bounds.from]) : prefix,
    to: bounds ? Buffer.concat([prefix, bounds.to]) : afterPrefix(prefix),
  }));
  const run = orderRun(index, equal, order);
  // With several keys a document may come up first by a key outside the order, or in several ranges.
  const ordered = run !== undefined && ranges.length === 1 && !(index.multikey && bounds);
  const score = equal * 4 + (bounds ? 2 : 0) + (ordered ? 1 : 0);
  const fieldsUsed = equal + (bounds ? 1 : 0);
  return {
    plan: { by: 'index', index, ranges, fieldsUsed, ordered, backwards: ordered && run === 'backwards' },
    score,
  };
}

/** More values than this are found faster by reading everything. */
const maxRanges = 1000;

/** Whether reading the index from field `equal` on, forwards or backwards, gives the order. */
function orderRun(index: OrderedKeys, equal: number, order: Order | undefined): 'forwards' | 'backwards' | undefined {
  if (!order) return undefined;
  const fixed = new Set(index.pattern.slice(0, equal).map(([path]) => path));
  // A multikey field fixed by equality still orders documents by its other items.
  const wanted = Object.entries(order).filter(([path]) => index.multikey || !fixed.has(path));
  const given = index.pattern.slice(equal);
  const signs = wanted.map(([path, direction], i) => (given[i]?.[0] === path ? direction * given[i][1] : 0));
  if (signs.every((sign) => sign === 1)) return 'forwards';
  return signs.every((sign) => sign === -1) ? 'backwards' : undefined;
}

/** The range of one field behind an equal prefix. Values of another type never match, so both ends are bounded. */
function boundsOf(condition: Condition | undefined, direction: 1 | -1, multikey: boolean): KeyRange | undefined {
  const least = condition?.from;
  const most = condition?.to;
  const sample = least ?? most?.value;
  if (sample === undefined) return undefined;
  const bracket = typeBracket(sample, direction);
  // Different items of an array may satisfy the two ends, so only one of them narrows.
  const useMost = most && sameType(most.value, sample) && !(multikey && least !== undefined);
  const low = least === undefined ? undefined : directed(encodeKey(least), direction);
  const high = useMost ? directed(encodeKey(most.value), direction) : undefined;
  if (direction === 1) {
    const to = high ? (most?.included ? afterPrefix(high) : high) : bracket.end;
    return { from: low ?? bracket.begin, to };
  }
  return { from: high ?? bracket.begin, to: low ? afterPrefix(low) : bracket.end };
}

const sameType = (a: unknown, b: unknown): boolean => encodeKey(a)[0] === encodeKey(b)[0];

const distinct = (keys: Buffer[]): Buffer[] =>
  keys.length < 2 ? keys : [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
