import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { arrayAccumulators } from './arrayAccumulators';
import { dateExpressions } from './dateExpressions';
import { $elemMatch } from './elemMatch';
import { geoOperators } from './geoOperators';
import { stages } from './stages';
import { stringExpressions } from './stringExpressions';
import { valueConditions } from './valueConditions';
import { valueExpressions } from './valueExpressions';

const queryOperators = {
  ...without(query, ['$where', '$jsonSchema']),
  ...valueConditions,
  ...geoOperators,
  $elemMatch,
};

/** Only what a condition without `$expr` needs: mingo copies the whole context for every query, so a small one is fast. */
export const conditionContext: Context = Context.init({ query: queryOperators });

/**
 * mingo's operators, with ours where mingo differs from MongoDB. Left out, and so failing by name: operators that run
 * script or write a collection, which CloudBase forbids, and `$jsonSchema`.
 */
export const mongoContext: Context = Context.init({
  accumulator: { ...without(accumulator, ['$accumulator']), ...arrayAccumulators },
  expression: {
    ...without(expression, ['$function']),
    ...valueExpressions,
    ...stringExpressions,
    ...dateExpressions,
  },
  pipeline: { ...without(pipeline, ['$out', '$merge']), ...stages },
  projection: { ...projection },
  query: queryOperators,
  window: { ...window },
});

function without<T extends object, K extends keyof T>(operators: T, names: readonly K[]): Omit<T, K> {
  const left = { ...operators };
  for (const name of names) delete left[name];
  return left;
}
