import { ObjectId } from 'bson';
import { NotEmulated } from '../CloudBaseError';

/** A document as the engine sees it: JSON values, Date, ObjectId (bson) and RegExp. Never changed in place once stored. */
export type Document = Record<string, unknown>;

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

/** Refuses a path through what every JavaScript object inherits: writing there would change all of them. */
export function refuseDangerousPath(path: string): void {
  // Nearly every name passes here without being taken apart.
  if (!path.includes('__proto__') && !path.includes('constructor')) return;
  const name = path.split('.').find((part) => part === '__proto__' || part === 'constructor');
  if (name !== undefined) throw new NotEmulated(`the field name ${name}`);
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
