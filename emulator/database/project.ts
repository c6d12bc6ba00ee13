import { Query } from 'mingo/query';
import type { AnyObject } from 'mingo/types';
import { requestFailed } from './failures';
import { mongoContext } from './mingo/mongoContext';
import { mongoErrors } from './query';
import { copyValue, type Document, isDocument } from './values';

/**
 * Applies a `field()` projection to one document; the original is left alone. `$slice` is ours: beside it mingo hides the
 * fields that nobody left out.
 */
export function project(document: Document, projection: Document): Document {
  const slices = Object.entries(projection).filter(([, wanted]) => isDocument(wanted) && '$slice' in wanted);
  const sliced = Object.fromEntries(slices);
  const rest = Object.fromEntries(Object.entries(projection).filter(([path]) => !(path in sliced)));
  const shows = Object.entries(rest).some(([path, wanted]) => path !== '_id' && wanted !== 0 && wanted !== false);
  if (shows) for (const [path] of slices) rest[path] = 1;
  const projected = mongoErrors(() => {
    const cursor = new Query({}, { context: mongoContext }).find<AnyObject>([copyValue(document)], rest);
    return cursor.all()[0] ?? {};
  });
  for (const [path, wanted] of slices) cut(projected, path.split('.'), (wanted as Document).$slice);
  return projected;
}

function cut(value: unknown, [key, ...rest]: readonly string[], slice: unknown): void {
  if (key === undefined) return;
  if (Array.isArray(value)) for (const item of value) cut(item, [key, ...rest], slice);
  if (!isDocument(value)) return;
  const field = value[key];
  if (rest.length > 0) cut(field, rest, slice);
  else if (Array.isArray(field)) value[key] = stretch(field, slice);
}

/** `n` items from the front, `-n` from the end, or `[skip, n]`. */
function stretch(items: readonly unknown[], slice: unknown): unknown[] {
  if (Number.isInteger(slice)) return Number(slice) < 0 ? items.slice(Number(slice)) : items.slice(0, Number(slice));
  const [skip, count] = Array.isArray(slice) ? slice : [];
  if (!Number.isInteger(skip) || !Number.isInteger(count) || count <= 0)
    throw requestFailed('$slice takes a whole number, or where to begin and how many');
  const from = skip < 0 ? Math.max(0, items.length + skip) : skip;
  return items.slice(from, from + count);
}
