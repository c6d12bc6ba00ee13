import * as mingo from 'mingo/operators/accumulator';
import type { Any, Options } from 'mingo/types';
import { isSame } from '../compare';

/** `$push` and `$addToSet` pass over a missing field; mingo takes it for null. */
export const arrayAccumulators = {
  $push: present,
  $addToSet(group: Any[], expression: Any, options: Options): Any[] {
    const distinct: Any[] = [];
    for (const value of present(group, expression, options)) {
      if (!distinct.some((other) => isSame(other, value))) distinct.push(value);
    }
    return distinct;
  },
};

function present(group: Any[], expression: Any, options: Options): Any[] {
  // Wrapped, because mingo's own $push writes null for a missing value only at the top.
  const wrapped = mingo.$push(group, { value: expression }, options) as { value: Any }[];
  return wrapped.map(({ value }) => value).filter((value) => value !== undefined);
}
