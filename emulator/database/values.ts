import { BSONRegExp, EJSON, ObjectId } from 'bson';
import { NotEmulated } from '../CloudBaseError';
import { invalidParam, requestFailed } from './failures';

/** A document as the engine sees it: JSON values, Date, ObjectId (bson) and RegExp. Never changed in place once stored. */
export type Document = Record<string, unknown>;

/**
 * Reads one canonical EJSON text of the SDK (a document, query, update, order, projection or stage).
 * `now` (ms) resolves `db.serverDate({ offset })`. Refuses BSON types that the SDK's users cannot make (Decimal128, …).
 */
export function decodeWire(text: string, now: number): unknown {
  if (nestsDeeperThan(maxDepth, text)) throw invalidParam(`The document is nested deeper than ${maxDepth} levels.`);
  let parsed: unknown;
  try {
    parsed = EJSON.parse(text);
  } catch (error) {
    throw invalidParam(`${String(error)} in ${text.slice(0, 200)}`);
  }
  return plainValue(parsed, now);
}

/** Like `decodeWire`, for what must be an object. An absent or empty text is `{}`, as the SDK sends for "no condition". */
export function decodeWireDocument(text: unknown, now: number): Document {
  if (text === undefined || text === '') return {};
  const value = typeof text === 'string' ? decodeWire(text, now) : undefined;
  if (!isDocument(value)) throw invalidParam(`not the text of a document: ${JSON.stringify(text).slice(0, 200)}`);
  return value;
}

/** The text kept in SQLite: JSON, with `$date`, `$oid`, `$regularExpression` and `$numberDouble` for what JSON lacks. */
export const encodeStored = (document: Document): string => JSON.stringify(tagged(document, false));

/** The reverse of `encodeStored`. */
export function decodeStored(text: string): Document {
  return text.includes('"$') ? JSON.parse(text, reviveTag) : JSON.parse(text);
}

/** The EJSON text answered to the SDK. Like the service, it hands ObjectIds back as hex strings. */
export const encodeWire = (document: unknown): string => JSON.stringify(tagged(document, true));

/** True if a stored text may be answered as it is. A quoted key cannot occur inside a JSON string, so this is exact. */
export const storedIsWire = (stored: string): boolean => !stored.includes('"$oid":');

/** A deep copy. Dates, ObjectIds and RegExps are shared: nothing here changes them in place. */
export function copyValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyValue) as T;
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const key in value) copy[key] = copyValue(value[key]);
  return copy as T;
}

/** A plain object: not null, not an array, not a Date, ObjectId or RegExp. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The value at a dotted path; an array on the way gives the array of its items' values. Undefined if there is none. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce(step, document);
}

function step(value: unknown, key: string): unknown {
  if (isDocument(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
  if (!Array.isArray(value)) return undefined;
  if (/^\d+$/.test(key)) return value[Number(key)];
  const found = value.map((item) => step(item, key)).filter((item) => item !== undefined);
  return found.length > 0 ? found : undefined;
}

function plainValue(value: unknown, now: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plainValue(item, now));
  if (value instanceof ObjectId || value instanceof RegExp) return value;
  if (value instanceof Date) return validDate(value);
  if (value instanceof BSONRegExp) return jsRegExp(value);
  if (!isDocument(value)) throw new NotEmulated(`the BSON type ${value.constructor.name}`);
  if (isDocument(value.$tcb_server_date)) return validDate(new Date(now + Number(value.$tcb_server_date.offset ?? 0)));
  const plain: Document = {};
  for (const key of Object.keys(value)) {
    refuseDangerousPath(key);
    plain[key] = plainValue(value[key], now);
  }
  return plain;
}

/** Refuses a path through what every JavaScript object inherits: writing there would change all of them. */
export function refuseDangerousPath(path: string): void {
  const name = path.split('.').find((part) => part === '__proto__' || part === 'constructor');
  if (name !== undefined) throw new NotEmulated(`the field name ${name}`);
}

function validDate(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw invalidParam('a $date is no date');
  return date;
}

function jsRegExp({ pattern, options }: BSONRegExp): RegExp {
  const flags = jsFlags(options);
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw requestFailed(`Regular expression is invalid: ${pattern}`);
  }
}

function jsFlags(options: string): string {
  const unknown = options.replace(/[imsu]/g, '');
  if (unknown) throw new NotEmulated(`the regular expression option ${unknown}`);
  return options;
}

function tagged(value: unknown, objectIdsAsHex: boolean): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => tagged(item, objectIdsAsHex));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof ObjectId) return objectIdsAsHex ? value.toHexString() : { $oid: value.toHexString() };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  const object: Document = {};
  for (const [key, field] of Object.entries(value)) object[key] = tagged(field, objectIdsAsHex);
  return object;
}

/** Levels of objects and arrays in one EJSON text; MongoDB allows documents of 100, and EJSON wraps a value in two more. */
const maxDepth = 102;

function nestsDeeperThan(limit: number, json: string): boolean {
  if (json.length < 2 * limit) return false;
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{}\]]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > limit) return true;
  }
  return false;
}

function reviveTag(_key: string, value: unknown): unknown {
  if (!isDocument(value)) return value;
  if (isDocument(value.$date)) return new Date(Number(value.$date.$numberLong));
  if (typeof value.$oid === 'string') return new ObjectId(value.$oid);
  if (typeof value.$numberDouble === 'string') return Number(value.$numberDouble);
  if (isDocument(value.$regularExpression)) {
    return new RegExp(String(value.$regularExpression.pattern), String(value.$regularExpression.options));
  }
  return value;
}
