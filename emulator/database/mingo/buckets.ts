import { evalExpr } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { Any, AnyObject, Options } from 'mingo/types';
import { NotEmulated } from '../../CloudBaseError';
import { compareValues, isSame } from '../compare';
import { requestFailed } from '../failures';
import { type Document, isDocument } from '../values';

const counted = { count: { $sum: 1 } };

/** Each bucket from its boundary up to, not with, the next; what lies outside goes to `default`. */
export function $bucket(documents: Iterator, spec: Any, options: Options): Iterator {
  const { groupBy, boundaries, output = counted, ...others } = isDocument(spec) ? spec : {};
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
    return Lazy(filled.map(([_id, inside]) => ({ _id, ...summary(inside, output, options) })));
  });
}

/** So many buckets of about the same size, as far as equal values can be parted. */
export function $bucketAuto(documents: Iterator, spec: Any, options: Options): Iterator {
  const { groupBy, buckets, output = counted, granularity } = isDocument(spec) ? spec : {};
  if (granularity !== undefined) throw new NotEmulated('$bucketAuto with granularity');
  if (!Number.isInteger(buckets) || Number(buckets) < 1)
    throw requestFailed("'buckets' must be a positive whole number");
  return documents.transform((all) => {
    const keyed = (all as AnyObject[]).map((document) => ({
      document,
      key: evalExpr(document, groupBy as Any, options) ?? null,
    }));
    keyed.sort((a, b) => compareValues(a.key, b.key));
    const size = Math.max(1, Math.round(keyed.length / Number(buckets)));
    const made: Document[] = [];
    for (let from = 0, to = 0; from < keyed.length; from = to) {
      const isLast = made.length === Number(buckets) - 1;
      to = isLast ? keyed.length : Math.min(from + size, keyed.length);
      while (to < keyed.length && isSame(keyed[to]?.key, keyed[to - 1]?.key)) to++;
      const max = keyed[to]?.key ?? keyed[to - 1]?.key;
      const inside = keyed.slice(from, to).map(({ document }) => document);
      made.push({ _id: { min: keyed[from]?.key, max }, ...summary(inside, output, options) });
    }
    return Lazy(made);
  });
}

/** The accumulators of `output` over the documents of one bucket. */
const summary = (inside: AnyObject[], output: unknown, options: Options): Document =>
  evalExpr(inside as Any, output as Any, options) as Document;

const isAscending = (values: readonly unknown[]): boolean =>
  values.every((value, i) => i === 0 || compareValues(values[i - 1], value) < 0);
