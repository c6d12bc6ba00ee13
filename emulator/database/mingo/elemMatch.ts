import { Query } from 'mingo/query';
import type { Any, AnyObject, Options } from 'mingo/types';
import { unopened, wholeValues } from '../matchedValues';
import { isDocument } from '../values';

/** `$elemMatch`: mingo lets conditions on fields match array items that are not documents; MongoDB does not. */
export function $elemMatch(path: string, condition: Any, options: Options): (document: AnyObject) => boolean {
  const criteria = isDocument(condition) ? condition : {};
  const onFields = !Object.keys(criteria).some((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key));
  const query = new Query<AnyObject>(onFields ? criteria : { [unopened]: criteria }, options);
  const test = (item: unknown) => (onFields ? isDocument(item) && query.test(item) : query.test({ [unopened]: item }));
  return (document) => wholeValues(document, path).some((items) => Array.isArray(items) && items.some(test));
}
