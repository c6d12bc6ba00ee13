import { NotEmulated } from '../CloudBaseError';
import { requestFailed } from './failures';
import { isDocument, valueAt } from './values';

/** Throws where MongoDB refuses an update operator for the value it would meet; mingo would silently leave it as it is. */
export function refuseImpossible(document: unknown, operator: string, path: string, operand: unknown): void {
  if (path.includes('$[')) throw new NotEmulated(`the array filter in ${path}`);
  // Which item a `$` means is known only to the update itself.
  if (path.split('.').includes('$')) return;
  if (creating.has(operator)) refuseScalarOnTheWay(document, path);
  if (path.split('.').some((part) => /^\d+$/.test(part) && Number(part) > longestArray))
    throw requestFailed(`can't backfill more than ${longestArray} elements: ${path}`);
  const value = valueAt(document, path);
  if (value === undefined) return;
  if (operator === '$inc' || operator === '$mul') {
    if (typeof value === 'number') {
      refuseInexact(operator, path, value, operand);
      return;
    }
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is of type ${typeName(value)}`,
    );
  }
  if (onArrays.has(operator) && !Array.isArray(value)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(value)}, for ${operator} ${JSON.stringify(operand)}`,
    );
  }
}

/** MongoDB counts whole numbers on exactly to 64 bits; a JavaScript number would silently stay behind. */
function refuseInexact(operator: string, path: string, value: number, operand: unknown): void {
  if (typeof operand !== 'number' || !Number.isInteger(value) || !Number.isInteger(operand)) return;
  const result = operator === '$inc' ? value + operand : value * operand;
  if (!Number.isSafeInteger(result) && Math.abs(result) < 2 ** 63)
    throw new NotEmulated(`whole numbers beyond 2^53: ${operator} of ${path}`);
}

/** MongoDB's own limit for a position in a path. */
const longestArray = 1_500_000;

const creating = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet']);
const onArrays = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop']);

/** A path cannot be made through a number, a text or null: `{ a: null }` takes no `a.b`. */
function refuseScalarOnTheWay(document: unknown, path: string): void {
  const keys = path.split('.');
  let value = document;
  for (const [i, key] of keys.entries()) {
    if (value === undefined) return;
    const numbered = Array.isArray(value) && /^\d+$/.test(key);
    if (!isDocument(value) && !numbered) {
      const parent = keys[i - 1] ?? '';
      throw requestFailed(`Cannot create field '${key}' in element {${parent}: ${JSON.stringify(value)}}`);
    }
    value = valueAt(value, key);
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
