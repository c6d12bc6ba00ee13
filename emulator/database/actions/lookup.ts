import { valuesAt } from '../indexKeys';
import { select } from '../select';
import type { Store } from '../storage/Store';
import { copyValue, type Document, isDocument } from '../values';
import type { Work } from '../Work';

/**
 * The foreign documents an equality `$lookup` can join with these local ones, read through an index if there is one.
 * Undefined for the other forms of `$lookup`, which need the whole collection.
 */
export function foreignDocuments(
  store: Store,
  lookup: unknown,
  locals: Document[],
  work: Work,
): Document[] | undefined {
  const { from, localField, foreignField, pipeline } = isDocument(lookup) ? lookup : {};
  if (pipeline !== undefined) return undefined;
  if (typeof from !== 'string' || typeof localField !== 'string' || typeof foreignField !== 'string') return undefined;
  const foreign = store.collectionIfAny(from);
  if (!foreign) return [];
  const values = [...new Set(locals.flatMap((local) => valuesAt(local, localField)))].map((value) => value ?? null);
  const query = { [foreignField]: { $in: values } };
  return select(foreign, { query }, work).map(({ document }) => copyValue(document));
}
