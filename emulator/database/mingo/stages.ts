import { type Iterator, Lazy } from 'mingo/lazy';
import * as pipeline from 'mingo/operators/pipeline';
import type { Any, AnyObject, Options } from 'mingo/types';
import { requestFailed } from '../failures';
import { inOrder, readOrder } from '../order';
import { isDocument } from '../values';
import { $bucket, $bucketAuto } from './buckets';

/** Stages where mingo differs from MongoDB. */
export const stages = { $sort, $count, $redact, $bucket, $bucketAuto, $sample };

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

/** No document twice, and not more than there are. */
function $sample(documents: Iterator, spec: Any, _options: Options): Iterator {
  const { size } = isDocument(spec) ? spec : {};
  if (!Number.isInteger(size) || Number(size) < 1) throw requestFailed('$sample needs a size, a positive whole number');
  return documents.transform((all) => {
    const left = [...(all as AnyObject[])];
    const taken = Array.from({ length: Math.min(left.length, Number(size)) }, () =>
      left.splice(Math.floor(Math.random() * left.length), 1),
    );
    return Lazy(taken.flat());
  });
}
