import type { Document } from './Row';

/**
 * Whether a document matches a query, written from MongoDB's manual alone and as plainly as possible: no index, no library,
 * nothing shared with the emulator. It knows the operators in `tests` and `$and`, `$or`, `$nor`, `$not`; others throw.
 */
export function matches(document: Document, query: Document): boolean {
  return Object.entries(query).every(([key, wanted]) => {
    if (key === '$and') return list(wanted).every((each) => matches(document, each as Document));
    if (key === '$or') return list(wanted).some((each) => matches(document, each as Document));
    if (key === '$nor') return !list(wanted).some((each) => matches(document, each as Document));
    return fieldMatches(document, key.split('.'), wanted);
  });
}

function fieldMatches(document: unknown, path: string[], wanted: unknown): boolean {
  if (!isPlain(wanted) || !Object.keys(wanted).some((key) => key.startsWith('$')))
    return holdsSomewhere(document, path, (value) => equals(value, wanted));
  return Object.entries(wanted).every(([operator, operand]) => operatorHolds(document, path, operator, operand));
}

function operatorHolds(document: unknown, path: string[], operator: string, operand: unknown): boolean {
  if (operator === '$not') return !fieldMatches(document, path, operand);
  if (operator === '$ne') return !holdsSomewhere(document, path, (value) => equals(value, operand));
  if (operator === '$nin') return !operatorHolds(document, path, '$in', operand);
  if (operator === '$all')
    return list(operand).length > 0 && list(operand).every((each) => allHolds(document, path, each));
  if (operator === '$exists') return holdsSomewhere(document, path, (value) => value !== undefined) === operand;
  if (operator === '$size')
    return holdsAtEnd(document, path, (value) => Array.isArray(value) && value.length === operand);
  if (operator === '$elemMatch')
    return holdsAtEnd(
      document,
      path,
      (value) => Array.isArray(value) && value.some((item) => itemMatches(item, operand)),
    );
  const test = tests[operator];
  if (!test) throw new Error(`the naive evaluator does not know ${operator}`);
  return holdsSomewhere(document, path, (value) => test(value, operand));
}

/** `$elemMatch` asks for fields of one item, or for operators on the item itself. */
function itemMatches(item: unknown, criteria: unknown): boolean {
  const onFields = !Object.keys(criteria as Document).some((key) => key.startsWith('$'));
  if (onFields) return isPlain(item) && matches(item, criteria as Document);
  return Object.entries(criteria as Document).every(([operator, operand]) => {
    // The item stands for itself: an array in an array is not opened.
    if (operator === '$ne') return !equals(item, operand);
    if (operator === '$nin') return !list(operand).some((each) => equals(item, each));
    const test = tests[operator];
    if (!test) throw new Error(`the naive evaluator does not know ${operator} in $elemMatch`);
    return test(item, operand);
  });
}

const allHolds = (document: unknown, path: string[], wanted: unknown): boolean =>
  isPlain(wanted) && '$elemMatch' in wanted
    ? operatorHolds(document, path, '$elemMatch', wanted.$elemMatch)
    : holdsSomewhere(document, path, (value) => equals(value, wanted));

type Test = (value: unknown, operand: unknown) => boolean;

const tests: Record<string, Test> = {
  $eq: equals,
  $in: (value, operand) => list(operand).some((each) => equals(value, each)),
  $gt: (value, operand) => comparable(value, operand) && comesBefore(operand, value),
  $gte: (value, operand) => comparable(value, operand) && !comesBefore(value, operand),
  $lt: (value, operand) => comparable(value, operand) && comesBefore(value, operand),
  $lte: (value, operand) => comparable(value, operand) && !comesBefore(operand, value),
  $mod: (value, operand) =>
    typeof value === 'number' && Math.trunc(value) % Number(list(operand)[0]) === Number(list(operand)[1]),
  $regex: (value, operand) => typeof value === 'string' && (operand as RegExp).test(value),
  $type: (value, operand) =>
    value !== undefined && (rankName(value) === operand || (operand === 'bool' && rankName(value) === 'boolean')),
};

/** At the end of the path: the value, or any item of it. */
function holdsSomewhere(value: unknown, path: string[], test: (value: unknown) => boolean): boolean {
  return holdsAtEnd(
    value,
    path,
    (end, opens) => test(end) || (opens && Array.isArray(end) && end.some((item) => test(item))),
  );
}

/** `opens` is false for a value that the path names by its position in an array. */
function holdsAtEnd(value: unknown, path: string[], test: (value: unknown, opens: boolean) => boolean): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return test(value, true);
  if (!Array.isArray(value)) return holdsAtEnd(isPlain(value) ? value[key] : undefined, rest, test);
  const inDocuments = value.some((item) => isPlain(item) && holdsAtEnd(item, path, test));
  if (inDocuments || !/^\d+$/.test(key) || Number(key) >= value.length) return inDocuments;
  const item = value[Number(key)];
  if (rest.length === 0) return test(item, false);
  return (isPlain(item) || Array.isArray(item)) && holdsAtEnd(item, rest, test);
}

/** The types in the order in which they compare. */
const ranks = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date', 'regex'];

function rankName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return value instanceof RegExp ? 'regex' : typeof value;
}

const rank = (value: unknown): number => ranks.indexOf(rankName(value));

const isNaNValue = (value: unknown): boolean => typeof value === 'number' && Number.isNaN(value);

/** Of one type; NaN is comparable with NaN only. */
const comparable = (a: unknown, b: unknown): boolean => rank(a) === rank(b) && isNaNValue(a) === isNaNValue(b);

function equals(value: unknown, wanted: unknown): boolean {
  if (wanted instanceof RegExp && typeof value === 'string') return wanted.test(value);
  return !comesBefore(value, wanted) && !comesBefore(wanted, value);
}

function comesBefore(a: unknown, b: unknown): boolean {
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  if (typeof a === 'number' && typeof b === 'number') return isNaNValue(a) ? !isNaNValue(b) : a < b;
  if (typeof a === 'string' && typeof b === 'string') return pointsComeBefore([...a], [...b]);
  if (typeof a === 'boolean') return !a && b === true;
  if (a instanceof Date && b instanceof Date) return a.getTime() < b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return listComesBefore(a, b);
  if (isPlain(a) && isPlain(b)) return listComesBefore(fieldsOf(a), fieldsOf(b));
  return a instanceof RegExp && String(a) < String(b);
}

/** Documents compare by the type of a field, its name, its value, then the next field. */
const fieldsOf = (document: Document): unknown[] =>
  Object.entries(document).flatMap(([name, value]) => [rank(value), name, value]);

function listComesBefore(a: unknown[], b: unknown[]): boolean {
  const at = a.findIndex((item, i) => i >= b.length || comesBefore(item, b[i]) || comesBefore(b[i], item));
  return at === -1 ? a.length < b.length : at < b.length && comesBefore(a[at], b[at]);
}

function pointsComeBefore(a: string[], b: string[]): boolean {
  const at = a.findIndex((point, i) => point !== b[i]);
  if (at === -1) return a.length < b.length;
  const other = b[at];
  return other !== undefined && (a[at]?.codePointAt(0) ?? 0) < (other.codePointAt(0) ?? 0);
}

const list = (value: unknown): unknown[] => value as unknown[];

function isPlain(value: unknown): value is Document {
  return rankName(value) === 'object';
}
