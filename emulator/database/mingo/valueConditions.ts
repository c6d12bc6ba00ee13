import type { Any, AnyObject, Options } from 'mingo/types';
import { NotEmulated } from '../../CloudBaseError';
import { bsonTypeOf, compareValues, isSame } from '../compare';
import { requestFailed } from '../failures';
import { matchedValues, wholeValues } from '../matchedValues';
import { isDocument } from '../values';
import { $elemMatch } from './elemMatch';

type Test = (value: unknown) => boolean;
type Condition = (path: string, operand: Any, options: Options) => (document: AnyObject) => boolean;

/** The conditions on values. mingo's differ in nested arrays, types, null, NaN and the order of fields. */
export const valueConditions: Readonly<Record<string, Condition>> = {
  $eq: some(equalTo),
  $ne: none(equalTo),
  $in: some(oneOf),
  $nin: none(oneOf),
  $gt: some(compared((sign) => sign > 0)),
  $gte: some(compared((sign) => sign >= 0)),
  $lt: some(compared((sign) => sign < 0)),
  $lte: some(compared((sign) => sign <= 0)),
  $mod: some(remainder),
  $regex: some(matching),
  $type: some(ofType),
  $all: all,
  $size: (path, size) => {
    if (!Number.isInteger(size) || Number(size) < 0) throw requestFailed('$size must be a whole number');
    return (document) => wholeValues(document, path).some((value) => Array.isArray(value) && value.length === size);
  },
  $exists: (path, wanted) => (document) =>
    wholeValues(document, path).some((value) => value !== undefined) === Boolean(wanted),
};

function some(testFor: (operand: unknown) => Test): Condition {
  return (path, operand) => {
    const test = testFor(operand);
    return (document) => matchedValues(document, path).some(test);
  };
}

function none(testFor: (operand: unknown) => Test): Condition {
  const condition = some(testFor);
  return (path, operand, options) => {
    const matches = condition(path, operand, options);
    return (document) => !matches(document);
  };
}

function equalTo(operand: unknown): Test {
  return operand instanceof RegExp ? matching(operand) : (value) => isSame(value, operand);
}

function oneOf(operand: unknown): Test {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array');
  // A long list is mostly of these, which a set knows by value just as MongoDB compares them.
  const plain = new Set(operand.filter(isPlain));
  const tests = operand.filter((value) => !isPlain(value)).map(equalTo);
  return (value) => plain.has(value) || tests.some((test) => test(value));
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Only values of one type compare, and NaN with itself alone. */
function compared(fits: (sign: number) => boolean): (operand: unknown) => Test {
  return (operand) => {
    if (operand instanceof RegExp) throw requestFailed("Can't have RegEx as arg to predicate over field");
    const type = bsonTypeOf(operand);
    return (value) =>
      bsonTypeOf(value) === type &&
      Number.isNaN(value) === Number.isNaN(operand) &&
      fits(compareValues(value, operand));
  };
}

function remainder(operand: unknown): Test {
  const [divisor, wanted] = Array.isArray(operand) && operand.length === 2 ? operand.map(Number).map(Math.trunc) : [];
  if (!divisor || wanted === undefined || Number.isNaN(wanted)) throw requestFailed('malformed mod');
  // Adding zero makes -0 equal to 0 for `===` readers and printers alike.
  return (value) => typeof value === 'number' && (Math.trunc(value) % divisor) + 0 === wanted;
}

function matching(operand: unknown): Test {
  if (!(operand instanceof RegExp)) throw requestFailed('$regex has to be a string');
  return (value) =>
    typeof value === 'string' ? operand.test(value) : value instanceof RegExp && isSame(value, operand);
}

function all(path: string, operand: Any, options: Options): (document: AnyObject) => boolean {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const tests = operand.map((each) =>
    isDocument(each) && '$elemMatch' in each
      ? $elemMatch(path, each.$elemMatch as Any, options)
      : some(equalTo)(path, each, options),
  );
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}

function ofType(operand: unknown): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(typeTest);
  return (value) => value !== undefined && tests.some((test) => test(value));
}

function typeTest(name: unknown): Test {
  if (name === 'number') return (value) => typeof value === 'number';
  const wanted = typeof name === 'number' ? typeNumbers[name] : name;
  if (typeof wanted !== 'string' || !typeNames.has(wanted)) throw requestFailed(`Unknown type name alias: ${name}`);
  if (wanted === 'decimal') throw new NotEmulated('the BSON type decimal');
  return (value) => typeName(value) === wanted;
}

/** MongoDB's name of a value's type; a whole number of 32 bits is an int, as the SDK sends it. */
export function typeName(value: unknown): string {
  if (typeof value !== 'number') return bsonTypeOf(value);
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value === (value | 0)) return 'int';
  return Number.isSafeInteger(value) ? 'long' : 'double';
}

const typeNumbers: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
  19: 'decimal',
};
const typeNames = new Set(Object.values(typeNumbers));
