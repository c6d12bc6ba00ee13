import { evalExpr } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as pipeline from 'mingo/operators/pipeline';
import type { Any, AnyObject, Options } from 'mingo/types';
import { compareValues } from '../compare';
import { requestFailed } from '../failures';
import { inOrder, readOrder } from '../order';
import { type Document, isDocument } from '../values';

/** Stages where mingo differs from MongoDB. */
export const stages = { $sort, $count, $redact, $bucket };

/** In MongoDB's order, the same as `orderBy` and as an index. */
function $sort(documents: Iterator, spec: Any, _options: Options): Iterator {
  const order = readOrder(spec);
  return documents.transform((all) => Lazy(inOrder(all as AnyObject[], order, (document) => document)));
}

/** Nothing counted is no document, not one with 0. */
function $count(documents: Iterator, field: Any, _options: Options): Iterator {
  const isName = typeof field === 'string' && /^[^$.][^.]*$/.test(field);
  if (!isName) throw requestFailed('the count field must be a non-empty string without $ or .');
  return documents.transform((all) => Lazy(all.length > 0 ? [{ [field]: all.length }] : []));
}

/** mingo hands on what was pruned, as undefined. */
function $redact(documents: Iterator, expression: Any, options: Options): Iterator {
  return pipeline
    .$redact(documents, expression as AnyObject, options)
    .filter((document: Any) => document !== undefined);
}

/** Each bucket from its boundary up to, not with, the next; what lies outside goes to `default`. */
function $bucket(documents: Iterator, spec: Any, options: Options): Iterator {
  const { groupBy, boundaries, output = { count: { $sum: 1 } }, ...others } = isDocument(spec) ? spec : {};
  if (!Array.isArray(boundaries) || boundaries.length < 2 || !isAscending(boundaries))
    throw requestFailed("The 'boundaries' of $bucket must be at least 2 values in ascending order");
  const bucketOf = (document: AnyObject): unknown => {
    const value = evalExpr(document, groupBy as Any, options);
    const above = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0);
    if (above > 0) return boundaries[above - 1];
    if ('default' in others) return others.default;
    throw requestFailed('$bucket found a value outside its boundaries, and there is no default');
  };
  return documents.transform((all) => {
    const buckets = new Map<unknown, AnyObject[]>();
    for (const document of all as AnyObject[]) {
      const bucket = bucketOf(document);
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), document]);
    }
    const filled = [...buckets].sort(([a], [b]) => compareValues(a, b));
    return Lazy(
      filled.map(([_id, inside]) => ({ _id, ...(evalExpr(inside as Any, output as Any, options) as Document) })),
    );
  });
}

const isAscending = (values: readonly unknown[]): boolean =>
  values.every((value, i) => i === 0 || compareValues(values[i - 1], value) < 0);
