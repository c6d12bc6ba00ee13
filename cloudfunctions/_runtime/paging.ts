import { _ } from './database';

/** The last record of a page, by what the list is ordered by and then by id, so that equal values leave no gap. */
export interface Place {
  value: number;
  id: string;
}

/** Reads a cursor of the form `value~id` (the contract's `Cursor` checked it). */
export function parseCursor(cursor: string | undefined): Place | undefined {
  if (!cursor) return undefined;
  const [value = '', id = ''] = cursor.split('~');
  return { value: Number(value), id };
}

/** What lies beyond `place` in a list ordered by `field` and `_id`, both in this direction. Everything when no place is given. */
export function beyond(field: string, direction: 'asc' | 'desc', place: Place | undefined): object {
  if (!place) return {};
  const past = direction === 'asc' ? _.gt : _.lt;
  const from = direction === 'asc' ? _.gte(place.value) : _.lte(place.value);
  // The range on the field alone is what the index can use; the rest only settles equal values.
  return _.and([
    { [field]: from },
    _.or([{ [field]: past(place.value) }, { [field]: place.value, _id: past(place.id) }]),
  ]);
}

/** Cuts what was read with one more than a page into the page and the cursor of the next. */
export function cutPage<Item extends { _id: string }>(
  found: readonly Item[],
  size: number,
  rankOf: (item: Item) => number,
): { shown: readonly Item[]; next?: string } {
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  return { shown, ...(last && found.length > size && { next: `${rankOf(last)}~${last._id}` }) };
}
