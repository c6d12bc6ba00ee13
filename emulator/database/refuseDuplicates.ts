import { transactionConflict } from './failures';
import type { Change } from './storage/Change';
import { documentName, type Snapshot } from './storage/History';
import type { KeyIndex } from './storage/KeyIndex';
import type { Store } from './storage/Store';
import type { Document } from './values';

/**
 * Checks the unique indexes for one write of a transaction, before anything is stored: E11000 if the transaction itself
 * can see the other document, a conflict if somebody else made it meanwhile. `writes` are the transaction's earlier ones.
 */
export function refuseDuplicates(
  store: Store,
  snapshot: Snapshot,
  writes: ReadonlyMap<string, Change>,
  change: Change,
): void {
  const { collection, document } = change;
  if (!document) return;
  for (const index of collection.keyIndexes) {
    if (!index.unique) continue;
    for (const key of index.keysOf(document)) {
      const owner = index.ownerOf(key);
      const other = owner === undefined ? undefined : collection.at(owner);
      if (other && other.key !== change.key && !writes.has(documentName(collection, other.key))) {
        throw store.history.changedSince(snapshot, collection, other.key)
          ? transactionConflict()
          : index.duplicate(document);
      }
      if (ownDuplicate(writes, index, key, change)) throw index.duplicate(document);
    }
  }
}

function ownDuplicate(writes: ReadonlyMap<string, Change>, index: KeyIndex, key: Buffer, change: Change): boolean {
  const hasKey = (document: Document | null) =>
    document !== null && index.keysOf(document).some((own) => own.equals(key));
  return [...writes.values()].some(
    (write) => write.collection === change.collection && write.key !== change.key && hasKey(write.document),
  );
}
