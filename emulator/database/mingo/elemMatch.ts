import { Query } from 'mingo/query';
import type { Any, AnyObject, Options } from 'mingo/types';
import { isDocument } from '../values';

/** `$elemMatch`: mingo lets conditions on fields match array items that are not documents; MongoDB does not. */
export function $elemMatch(path: string, condition: Any, options: Options): (document: AnyObject) => boolean {
  const criteria = isDocument(condition) ? condition : {};
  const onFields = !Object.keys(criteria).some((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key));
  const query = new Query<AnyObject>(onFields ? criteria : { item: criteria }, options);
  const test = (item: unknown) => (onFields ? isDocument(item) && query.test(item) : query.test({ item }));
  return (document) => arraysAt(document, path.split('.')).some((items) => items.some(test));
}

function arraysAt(value: unknown, path: readonly string[]): unknown[][] {
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    if (key === undefined) return [value];
    if (/^\d+$/.test(key)) return arraysAt(value[Number(key)], rest);
    return value.flatMap((item) => (isDocument(item) ? arraysAt(item, path) : []));
  }
  return key !== undefined && isDocument(value) ? arraysAt(value[key], rest) : [];
}
