import { type Iterator, Lazy } from 'mingo/lazy';
import type { Any, AnyObject, Options } from 'mingo/types';
import { inOrder, readOrder } from '../order';

/** The `$sort` stage in MongoDB's order, the same as `orderBy` and as an index. */
export function $sort(documents: Iterator, spec: Any, _options: Options): Iterator {
  const order = readOrder(spec);
  return documents.transform((all) => Lazy(inOrder(all as AnyObject[], order, (document) => document)));
}
