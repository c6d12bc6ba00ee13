import { Query } from 'mingo/query';
import type { AnyObject } from 'mingo/types';
import { NotEmulated } from '../CloudBaseError';
import { isSame } from './compare';
import { requestFailed } from './failures';
import { unopened } from './matchedValues';
import { conditionContext } from './mingo/mongoContext';
import { inOrder, readOrder } from './order';
import { isOperators } from './query';
import { type Document, isDocument } from './values';

/**
 * The new value of an array field under `$push`, `$addToSet` or `$pull`, given the present one. Ours instead of mingo's,
 * which forgets `$sort` and `$slice` on a first push, and an `$addToSet` beside duplicates.
 */
export const arrayUpdates: Readonly<Record<string, (present: readonly unknown[], operand: unknown) => unknown[]>> = {
  $push: pushed,
  $addToSet: addedToSet,
  $pull: pulled,
};

function pushed(present: readonly unknown[], operand: unknown): unknown[] {
  if (!isOperators(operand)) return [...present, operand];
  const { $each, $position, $sort, $slice, ...others } = operand;
  refuseOthers('$push', others);
  const items = [...present];
  items.splice(wholeNumber('$position', $position) ?? items.length, 0, ...eachOf('$push', $each));
  const sorted = $sort === undefined ? items : sortedBy(items, $sort);
  const slice = wholeNumber('$slice', $slice);
  if (slice === undefined) return sorted;
  return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
}

function addedToSet(present: readonly unknown[], operand: unknown): unknown[] {
  const { $each, ...others } = isOperators(operand) ? operand : { $each: [operand] };
  refuseOthers('$addToSet', others);
  const items = [...present];
  for (const item of eachOf('$addToSet', $each)) if (!items.some((other) => isSame(other, item))) items.push(item);
  return items;
}

/** A condition on fields removes documents only, never a plain value. */
function pulled(present: readonly unknown[], operand: unknown): unknown[] {
  const onFields = isDocument(operand) && !isOperators(operand);
  const query = new Query<AnyObject>(onFields ? operand : { [unopened]: operand }, { context: conditionContext });
  return present.filter(
    (item) => !(onFields ? isDocument(item) && query.test(item) : query.test({ [unopened]: item })),
  );
}

function sortedBy(items: readonly unknown[], sort: unknown): unknown[] {
  if (isDocument(sort)) return inOrder(items, readOrder(sort), (item) => item);
  return inOrder(items, readOrder({ item: sort }), (item) => ({ item }));
}

function eachOf(operator: string, each: unknown): unknown[] {
  if (Array.isArray(each)) return each;
  throw requestFailed(`The argument to $each in ${operator} must be an array`);
}

function wholeNumber(name: string, value: unknown): number | undefined {
  if (value === undefined || Number.isInteger(value)) return value as number | undefined;
  throw requestFailed(`The value for ${name} must be an integer value`);
}

function refuseOthers(operator: string, others: Document): void {
  const [other] = Object.keys(others);
  if (other !== undefined) throw new NotEmulated(`${operator} with ${other}`);
}
