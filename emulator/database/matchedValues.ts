import { isDocument } from './values';

/** A path whose value is never opened: `{ [unopened]: item }` lets a condition ask about one item of an array as it is. */
export const unopened = '\0';

/**
 * What a query condition on a dotted path looks at: for an array at the end its items and itself, for an array on the way
 * the path in each of its documents, and in the item that a numeric part names. `undefined` stands for a missing field; an
 * array without documents has nothing at a longer path, not even a missing field. After MongoDB's path traversal.
 */
export function matchedValues(document: unknown, path: string): unknown[] {
  return valuesAtEnd(document, path).flatMap((end) => ('items' in end ? [...end.items, end.items] : [end.value]));
}

/** Like `matchedValues`, with an array at the end as one value. */
export function wholeValues(document: unknown, path: string): unknown[] {
  return valuesAtEnd(document, path).map((end) => ('items' in end ? end.items : end.value));
}

/** An array reached by name is opened; one reached by its position in another array is a value like any. */
type End = { items: readonly unknown[] } | { value: unknown };

function valuesAtEnd(document: unknown, path: string): End[] {
  const ends: End[] = [];
  walk(document, path.split('.'), 0, ends);
  return ends;
}

function walk(value: unknown, keys: readonly string[], depth: number, into: End[]): void {
  const key = keys[depth];
  if (key === undefined) {
    into.push(Array.isArray(value) && keys[0] !== unopened ? { items: value } : { value });
  } else if (Array.isArray(value)) {
    for (const item of value) if (isDocument(item)) walk(item, keys, depth, into);
    const position = /^(0|[1-9]\d*)$/.test(key) ? Number(key) : value.length;
    if (position >= value.length) return;
    const item = value[position];
    if (depth === keys.length - 1) into.push({ value: item });
    else if (isDocument(item) || Array.isArray(item)) walk(item, keys, depth + 1, into);
  } else {
    walk(isDocument(value) && Object.hasOwn(value, key) ? value[key] : undefined, keys, depth + 1, into);
  }
}
