import { ObjectId } from 'bson';
import { type Area, areaOf } from './geo/area';
import { isOperators } from './query';
import { type Document, isDocument } from './values';

/** What must hold for one path in every matching document; more may be asked of it elsewhere in the query. */
export interface Condition {
  /** The value, or one item of it, equals one of these. */
  equals?: readonly unknown[];
  /** At least, or more than, this value, of the same type. */
  from?: unknown;
  /** At most (`included`), or less than, this value, of the same type. */
  to?: { value: unknown; included: boolean };
  area?: Area;
}

/** The conditions by path that an index can use, read from the top level of a query and its `$and`. */
export function conditionsOf(query: Document): Map<string, Condition> {
  const conditions = new Map<string, Condition>();
  collect(query, conditions);
  return conditions;
}

function collect(query: Document, into: Map<string, Condition>): void {
  for (const [path, wanted] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(wanted)) {
      for (const part of wanted) if (isDocument(part)) collect(part, into);
    } else if (!path.startsWith('$')) {
      // The first of several conditions of a kind wins: an index narrows, the query itself decides.
      into.set(path, { ...read(wanted), ...into.get(path) });
    }
  }
}

function read(wanted: unknown): Condition {
  if (isScalar(wanted)) return { equals: [wanted] };
  if (!isOperators(wanted)) return {};
  const { $eq, $in, $all, $gt, $gte, $lt, $lte, $geoWithin, $geoIntersects } = wanted;
  const condition: Condition = {};
  if ('$eq' in wanted && isScalar($eq)) condition.equals = [$eq];
  else if (Array.isArray($in) && $in.every(isScalar)) condition.equals = $in;
  else if (Array.isArray($all) && $all.length > 0 && isScalar($all[0])) condition.equals = [$all[0]];
  const from = $gte ?? $gt;
  if (isOrdered(from)) condition.from = from;
  if (isOrdered($lte)) condition.to = { value: $lte, included: true };
  else if (isOrdered($lt)) condition.to = { value: $lt, included: false };
  if ($geoWithin !== undefined) condition.area = areaOf('$geoWithin', $geoWithin);
  else if ($geoIntersects !== undefined) condition.area = areaOf('$geoIntersects', $geoIntersects);
  return condition;
}

const isScalar = (value: unknown): boolean => value === null || isOrdered(value);

function isOrdered(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  return typeof value === 'string' || typeof value === 'boolean' || value instanceof Date || value instanceof ObjectId;
}
