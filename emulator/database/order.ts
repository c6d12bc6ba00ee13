import { requestFailed } from './failures';
import { encodeKey, valuesAt } from './indexKeys';
import { isDocument } from './values';

/** Field paths with 1 (ascending) or -1 (descending), the first one most significant. */
export type Order = Readonly<Record<string, 1 | -1>>;

/** Checks an order as it came in a request: at least one field, each 1 or -1. */
export function readOrder(value: unknown): Order {
  const fields = isDocument(value) ? Object.entries(value) : [];
  const bad = fields.find(([, direction]) => direction !== 1 && direction !== -1);
  if (bad) throw requestFailed(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${bad[0]}`);
  if (fields.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  return Object.fromEntries(fields) as Order;
}

/**
 * Sorts stably in MongoDB's order of types and values: of an array, the least element counts when ascending, the
 * greatest when descending. The same bytes as in an index, so reading in index order gives the same sequence.
 */
export function inOrder<T>(items: readonly T[], order: Order, documentOf: (item: T) => unknown): T[] {
  const fields = Object.entries(order);
  const decorated = items.map((item) => ({
    item,
    keys: fields.map(([path, direction]) => sortKey(documentOf(item), path, direction)),
  }));
  decorated.sort((a, b) => {
    for (const [i, [, direction]] of fields.entries()) {
      const [left, right] = [a.keys[i], b.keys[i]];
      const compared = left && right ? Buffer.compare(left, right) : 0;
      if (compared !== 0) return compared * direction;
    }
    return 0;
  });
  return decorated.map(({ item }) => item);
}

function sortKey(document: unknown, path: string, direction: 1 | -1): Buffer {
  const keys = valuesAt(document, path).map(encodeKey);
  return keys.reduce((best, key) => (Buffer.compare(key, best) * direction < 0 ? key : best));
}
