import type { Document } from '../values';
import type { Collection, IdKey } from './Collection';

/** One document's new state: null removes it. */
export interface Change {
  collection: Collection;
  key: IdKey;
  document: Document | null;
}
