import type { Document } from '../values';
import type { Change } from './Change';
import type { Collection, IdKey, StoredDocument } from './Collection';

/**
 * What documents were before they changed, kept as long as a snapshot may ask for it. Time is counted in changes: a
 * snapshot at `moment` sees the effects of exactly the first `moment` applied groups of changes.
 */
export class History {
  /** How many groups of changes were applied since the database was opened. */
  moment = 0;
  readonly #snapshots = new Set<Snapshot>();
  readonly #log: Replaced[] = [];
  readonly #byDocument = new Map<string, Replaced[]>();

  /** From now on, what a snapshot of this moment sees is kept, until it is closed. */
  open(): Snapshot {
    const snapshot = { moment: this.moment };
    this.#snapshots.add(snapshot);
    return snapshot;
  }

  /** Lets a snapshot go. */
  close(snapshot: Snapshot): void {
    this.#snapshots.delete(snapshot);
    this.#prune();
  }

  /** Notes one applied group of changes; `before` is parallel to `changes`, undefined where there was no document. */
  record(changes: readonly Change[], before: readonly (StoredDocument | undefined)[]): void {
    this.moment++;
    if (this.#snapshots.size === 0) return;
    for (const [i, { collection, key }] of changes.entries()) {
      const name = documentName(collection, key);
      const replaced = { name, moment: this.moment, document: before[i]?.document ?? null };
      this.#log.push(replaced);
      this.#byDocument.set(name, [...(this.#byDocument.get(name) ?? []), replaced]);
    }
  }

  /** Whether the document changed after the snapshot was opened. */
  changedSince({ moment }: Snapshot, collection: Collection, key: IdKey): boolean {
    return this.#firstAfter(moment, collection, key) !== undefined;
  }

  /** The documents of a collection that changed after the snapshot was opened. */
  keysChangedSince({ moment }: Snapshot, { name }: Collection): IdKey[] {
    const prefix = `${name}\0`;
    const changed = this.#log.filter((replaced) => replaced.moment > moment && replaced.name.startsWith(prefix));
    return changed.map((replaced) => replaced.name.slice(prefix.length));
  }

  /** The document as an open snapshot sees it; null if it did not exist. */
  documentAt({ moment }: Snapshot, collection: Collection, key: IdKey): Document | null {
    const replaced = this.#firstAfter(moment, collection, key);
    return replaced ? replaced.document : (collection.find(key)?.document ?? null);
  }

  #firstAfter(moment: number, collection: Collection, key: IdKey): Replaced | undefined {
    return this.#byDocument.get(documentName(collection, key))?.find((replaced) => replaced.moment > moment);
  }

  #prune(): void {
    const oldest = Math.min(...[...this.#snapshots].map(({ moment }) => moment));
    const kept = this.#log.findIndex((replaced) => replaced.moment > oldest);
    for (const { name } of this.#log.splice(0, kept === -1 ? this.#log.length : kept)) {
      const rest = this.#byDocument.get(name)?.slice(1) ?? [];
      if (rest.length > 0) this.#byDocument.set(name, rest);
      else this.#byDocument.delete(name);
    }
  }
}

/** A moment that somebody still reads at. Each `open` makes its own. */
export interface Snapshot {
  readonly moment: number;
}

interface Replaced {
  name: string;
  /** The group of changes that replaced it. */
  moment: number;
  document: Document | null;
}

/** A document's name across collections; a collection name holds no NUL. */
export const documentName = (collection: Collection, key: IdKey): string => `${collection.name}\0${key}`;
