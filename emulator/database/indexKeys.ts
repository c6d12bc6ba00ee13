import { ObjectId } from 'bson';
import { requestFailed } from './failures';
import { isDocument } from './values';

/** The fields of a B-tree index in order, each with its direction. */
export type KeyPattern = readonly (readonly [path: string, direction: 1 | -1])[];

/** First byte of an encoded value; the values follow MongoDB's order of types. A type ends below `tag + 1`. */
const tags = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x48,
  objectId: 0x50,
  boolean: 0x60,
  date: 0x70,
  regExp: 0x80,
} as const;

/**
 * Encodes one value so that comparing bytes compares values in MongoDB's order. Self-delimiting, so encoded values can be
 * joined. Missing counts as null. An empty array on its own comes before null, as MongoDB indexes it.
 */
export function encodeKey(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.of(tags.null);
  if (typeof value === 'number') return numberKey(tags.number, value);
  if (typeof value === 'string') return textKey(tags.string, value);
  if (typeof value === 'boolean') return Buffer.of(tags.boolean, value ? 1 : 0);
  if (value instanceof Date) return numberKey(tags.date, value.getTime());
  if (value instanceof ObjectId) return Buffer.concat([Buffer.of(tags.objectId), value.id]);
  if (value instanceof RegExp) return textKey(tags.regExp, String(value));
  if (Array.isArray(value)) return value.length === 0 ? Buffer.of(tags.emptyArray) : arrayKey(value);
  return objectKey(value);
}

/** The values of a path for indexing and ordering: arrays anywhere on the way are opened, missing is null. Never empty. */
export function valuesAt(document: unknown, path: string): unknown[] {
  const values: unknown[] = [];
  collectValues(document, path.split('.'), 0, values);
  return values;
}

/**
 * The distinct keys of a document in a compound index: the product of the values of each field. Arrays in two fields are
 * refused, as in MongoDB.
 */
export function documentKeys(document: unknown, pattern: KeyPattern): Buffer[] {
  let keys: Buffer[] = [Buffer.alloc(0)];
  refuseParallelArrays(document, pattern);
  for (const [path, direction] of pattern) {
    const parts = valuesAt(document, path).map((value) => directed(encodeKey(value), direction));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
  }
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

function refuseParallelArrays(document: unknown, pattern: KeyPattern): void {
  if (pattern.length < 2) return;
  const arrays = new Set(pattern.map(([path]) => arrayOn(document, path.split('.'))));
  arrays.delete(undefined);
  if (arrays.size > 1) throw requestFailed(`cannot index parallel arrays [${[...arrays].reverse().join('] [')}]`);
}

/** The path of the first array on the way to a value; undefined without one. */
function arrayOn(document: unknown, path: readonly string[]): string | undefined {
  let value = document;
  for (const [depth, key] of path.entries()) {
    value = isDocument(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (Array.isArray(value)) return path.slice(0, depth + 1).join('.');
  }
  return undefined;
}

/** A key component as stored for an ascending or descending field. */
export const directed = (key: Buffer, direction: 1 | -1): Buffer =>
  direction === 1 ? key : Buffer.from(key.map(flip));

/** The bytes at which all values of the same type as `value` begin (inclusive) and end (exclusive). */
export function typeBracket(value: unknown, direction: 1 | -1): { begin: Buffer; end: Buffer } {
  const tag = encodeKey(value)[0] ?? tags.null;
  const first = direction === 1 ? tag : flip(tag);
  return { begin: Buffer.of(first), end: Buffer.of(first + 1) };
}

/** The least bytes greater than every key that begins with `prefix`: no component begins with 0xff. */
export const afterPrefix = (prefix: Buffer): Buffer => Buffer.concat([prefix, Buffer.of(0xff)]);

const flip = (byte: number): number => byte ^ 0xff;

function collectValues(value: unknown, path: readonly string[], depth: number, into: unknown[]): void {
  const key = path[depth];
  if (Array.isArray(value)) {
    if (key !== undefined && /^\d+$/.test(key)) collectValues(value[Number(key)], path, depth + 1, into);
    if (value.length === 0) into.push(key === undefined ? value : null);
    for (const item of value) collectValues(item, path, depth, into);
  } else if (key === undefined) {
    into.push(value);
  } else {
    collectValues(isDocument(value) && Object.hasOwn(value, key) ? value[key] : null, path, depth + 1, into);
  }
}

/** IEEE 754 with the sign bit flipped (and all bits of a negative number) sorts as bytes. */
function numberKey(tag: number, value: number): Buffer {
  const key = Buffer.alloc(9);
  key[0] = tag;
  // NaN is the least number: its bytes stay zero, below those of minus infinity.
  if (Number.isNaN(value)) return key;
  key.writeDoubleBE(value === 0 ? 0 : value, 1);
  const negative = ((key[1] ?? 0) & 0x80) !== 0;
  if (negative) for (let i = 1; i < 9; i++) key[i] = flip(key[i] ?? 0);
  else key[1] = (key[1] ?? 0) ^ 0x80;
  return key;
}

/** UTF-8, whose bytes sort by code point. NUL is 00 ff, the end 00 01. */
function textKey(tag: number, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const escaped = text.includes('\0')
    ? Buffer.from([...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte])))
    : bytes;
  return Buffer.concat([Buffer.of(tag), escaped, Buffer.of(0, 1)]);
}

/** Item after item; the end sorts below any further item. */
function arrayKey(items: readonly unknown[]): Buffer {
  return Buffer.concat([Buffer.of(tags.array), ...items.map(nestedKey), end]);
}

/** Field after field: the type of its value, its name, its value. */
function objectKey(value: object): Buffer {
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const key = nestedKey(field);
    return [key.subarray(0, 1), textKey(tags.string, name), key];
  });
  return Buffer.concat([Buffer.of(tags.object), ...fields, end]);
}

const nestedKey = (value: unknown): Buffer =>
  Array.isArray(value) && value.length === 0 ? arrayKey(value) : encodeKey(value);

const end = Buffer.of(0);
