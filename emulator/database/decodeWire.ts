import { ObjectId } from 'bson';
import { NotEmulated } from '../CloudBaseError';
import { invalidParam, requestFailed } from './failures';
import { type Document, isDocument, refuseDangerousPath } from './values';

/**
 * Reads one canonical EJSON text of the SDK (a document, query, update, order, projection or stage).
 * `now` (ms) resolves `db.serverDate({ offset })`. Refuses by name the BSON types that the SDK's users cannot make
 * (Decimal128, …), and a whole number that a JavaScript number cannot hold.
 */
export function decodeWire(text: string, now: number): unknown {
  if (nestsDeeperThan(maxDepth, text)) throw invalidParam(`The document is nested deeper than ${maxDepth} levels.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw invalidParam(`${String(error)} in ${text.slice(0, 200)}`);
  }
  return decode(parsed, now);
}

/** Like `decodeWire`, for what must be an object. An absent or empty text is `{}`, as the SDK sends for "no condition". */
export function decodeWireDocument(text: unknown, now: number): Document {
  if (text === undefined || text === '') return {};
  const value = typeof text === 'string' ? decodeWire(text, now) : undefined;
  if (!isDocument(value)) throw invalidParam(`not the text of a document: ${JSON.stringify(text).slice(0, 200)}`);
  return value;
}

function decode(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => decode(item, now));
  if (!isDocument(value)) return value;
  const decoded: Document = {};
  for (const key of Object.keys(value)) {
    const read = key.startsWith('$') ? types.get(key) : undefined;
    if (read && value[key] !== null) return read(value, now);
    if (key.includes('\0')) throw invalidParam('A field name cannot hold a null character.');
    refuseDangerousPath(key);
    decoded[key] = decode(value[key], now);
  }
  return decoded;
}

type Read = (value: Document, now: number) => unknown;

/** How an object with such a key is read: EJSON's way to spell what JSON lacks. */
const types: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['$oid', ({ $oid }) => objectId($oid)],
  ['$date', ({ $date }) => date(isDocument($date) ? long($date.$numberLong) : $date)],
  ['$tcb_server_date', serverDate],
  ['$numberInt', ({ $numberInt }) => long($numberInt)],
  ['$numberLong', ({ $numberLong }) => long($numberLong)],
  ['$numberDouble', ({ $numberDouble }) => double($numberDouble)],
  ['$regularExpression', ({ $regularExpression }) => regularExpression($regularExpression)],
  ['$regex', legacyRegularExpression],
  ['$undefined', () => null],
  ...['$numberDecimal', '$binary', '$uuid', '$symbol', '$minKey', '$maxKey', '$timestamp', '$code', '$ref'].map(
    (type): [string, Read] => [type, () => refuseType(type)],
  ),
]);

function refuseType(type: string): never {
  throw new NotEmulated(`the BSON type ${type}`);
}

function objectId(hex: unknown): ObjectId {
  if (typeof hex === 'string' && /^[0-9a-f]{24}$/i.test(hex)) return new ObjectId(hex);
  throw invalidParam(`an $oid is 24 hex digits, not ${JSON.stringify(hex)}`);
}

function date(value: unknown): Date {
  const read = new Date(typeof value === 'string' || typeof value === 'number' ? value : Number.NaN);
  if (Number.isNaN(read.getTime())) throw invalidParam(`a $date is no date: ${JSON.stringify(value)}`);
  return read;
}

function serverDate({ $tcb_server_date: wanted }: Document, now: number): Date {
  const { offset } = isDocument(wanted) ? wanted : {};
  const ms = isDocument(offset) ? decode(offset, now) : (offset ?? 0);
  return date(now + Number(ms));
}

/** MongoDB keeps 64 bits, a JavaScript number 53. Only what the number gives back digit for digit is taken. */
function long(text: unknown): number {
  if (typeof text !== 'string' || !/^-?\d{1,19}$/.test(text)) {
    throw invalidParam(`a whole number of 64 bits is text of its digits, not ${JSON.stringify(text)}`);
  }
  const value = Number(text);
  if (value < -(2 ** 63) || value >= 2 ** 63) throw invalidParam(`${text} does not fit into 64 bits`);
  if (Number.isSafeInteger(value) || String(value) === text) return value + 0;
  throw new NotEmulated(`the whole number ${text}: beyond 2^53 a JavaScript number would change it`);
}

function double(text: unknown): number {
  const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
  if (Number.isNaN(value) && text !== 'NaN')
    throw invalidParam(`a $numberDouble is no number: ${JSON.stringify(text)}`);
  return value;
}

function regularExpression(value: unknown): RegExp {
  const { pattern, options } = isDocument(value) ? value : {};
  if (typeof pattern !== 'string') throw invalidParam('a $regularExpression needs a pattern');
  return jsRegExp(pattern, options ?? '');
}

/** `{ $regex: 'a', $options: 'i' }`, alone or beside other conditions. */
function legacyRegularExpression({ $regex, $options = '', ...others }: Document, now: number): Document {
  const pattern = typeof $regex === 'string' ? jsRegExp($regex, $options) : decode($regex, now);
  return { $regex: pattern, ...(decode(others, now) as Document) };
}

function jsRegExp(pattern: string, options: unknown): RegExp {
  const flags = String(options);
  const unknown = flags.replace(/[imsu]/g, '');
  if (unknown) throw new NotEmulated(`the regular expression option ${unknown}`);
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw requestFailed(`Regular expression is invalid: ${pattern}`);
  }
}

/** Levels of objects and arrays in one EJSON text; MongoDB allows documents of 100, and EJSON wraps a value in two more. */
const maxDepth = 102;

function nestsDeeperThan(limit: number, json: string): boolean {
  if (json.length < 2 * limit) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfString(json, at);
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > limit) return true;
  }
  return false;
}

/** Where the string ends that begins at `from`: at the next quote that is not escaped. */
function endOfString(json: string, from: number): number {
  for (let at = json.indexOf('"', from + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return json.length;
}
