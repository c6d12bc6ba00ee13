import { ObjectId } from 'bson';
import { isDocument } from './values';

/** MongoDB's types in the order in which values of different types compare; all numbers are one type. */
export type BsonType = 'null' | 'number' | 'string' | 'object' | 'array' | 'objectId' | 'bool' | 'date' | 'regex';

const order: readonly BsonType[] = ['null', 'number', 'string', 'object', 'array', 'objectId', 'bool', 'date', 'regex'];

/** The type of a value; a missing one counts as null. */
export function bsonTypeOf(value: unknown): BsonType {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  return value instanceof RegExp ? 'regex' : 'object';
}

/**
 * MongoDB's total order: by type, then by value. Texts compare by code point, NaN is the least number, documents compare
 * field by field (type, then name, then value), so the order of fields counts.
 */
export function compareValues(a: unknown, b: unknown): number {
  const type = bsonTypeOf(a);
  const byType = order.indexOf(type) - order.indexOf(bsonTypeOf(b));
  if (byType !== 0) return byType;
  if (type === 'number' || type === 'bool') return compareNumbers(Number(a), Number(b));
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, compareValues);
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (isDocument(a) && isDocument(b)) return compareLists(Object.entries(a), Object.entries(b), compareFields);
  return type === 'regex' ? compareTexts(String(a), String(b)) : 0;
}

/** Equal in MongoDB's sense: the same type and value, documents with their fields in the same order. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || compareValues(a, b) === 0;

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : Number(a > b);
}

/** By code point. UTF-16 units agree with that unless a surrogate meets a unit above the surrogates. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

const surrogate = /[\ud800-\udfff]/;

function compareLists<T>(a: readonly T[], b: readonly T[], compareItems: (a: T, b: T) => number): number {
  for (const [i, item] of a.entries()) {
    const other = b[i];
    if (i >= b.length) return 1;
    const compared = compareItems(item, other as T);
    if (compared !== 0) return compared;
  }
  return a.length - b.length;
}

function compareFields([nameA, a]: [string, unknown], [nameB, b]: [string, unknown]): number {
  const byType = order.indexOf(bsonTypeOf(a)) - order.indexOf(bsonTypeOf(b));
  return byType || compareTexts(nameA, nameB) || compareValues(a, b);
}
