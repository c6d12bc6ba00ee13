import type { IdKey, StoredDocument } from './Collection';

/**
 * The documents of a collection that were used last, by id and by row: at most `room`, at least half of it once full.
 * They age in two generations. Who is used moves to the younger; when that is half of the room, the elder goes as a whole.
 * Forgetting the oldest one by one costs more with each, for a Map walks over all that were deleted at its beginning.
 */
export class DocumentCache {
  #younger = new Generation();
  #elder = new Generation();

  constructor(private readonly room: number) {}

  byKey(key: IdKey): StoredDocument | undefined {
    return this.#younger.byKey.get(key) ?? this.#renew(this.#elder.byKey.get(key));
  }

  byRid(rid: number): StoredDocument | undefined {
    return this.#younger.byRid.get(rid) ?? this.#renew(this.#elder.byRid.get(rid));
  }

  /** Whether `byRid` would answer; nothing grows younger by it. */
  holds(rid: number): boolean {
    return this.#younger.byRid.has(rid) || this.#elder.byRid.has(rid);
  }

  /** Keeps a document, in place of an older form of it; one that may still lie in the elder generation is not seen again. */
  add<Kept extends StoredDocument>(stored: Kept): Kept {
    if (this.#younger.byKey.size >= this.room / 2) {
      this.#elder = this.#younger;
      this.#younger = new Generation();
    }
    this.#younger.byKey.set(stored.key, stored);
    this.#younger.byRid.set(stored.rid, stored);
    return stored;
  }

  delete(key: IdKey): void {
    this.#younger.delete(key);
    this.#elder.delete(key);
  }

  clear(): void {
    this.#younger = new Generation();
    this.#elder = new Generation();
  }

  #renew(stored: StoredDocument | undefined): StoredDocument | undefined {
    return stored && this.add(stored);
  }
}

class Generation {
  readonly byKey = new Map<IdKey, StoredDocument>();
  readonly byRid = new Map<number, StoredDocument>();

  delete(key: IdKey): void {
    const stored = this.byKey.get(key);
    if (!stored) return;
    this.byKey.delete(key);
    this.byRid.delete(stored.rid);
  }
}
