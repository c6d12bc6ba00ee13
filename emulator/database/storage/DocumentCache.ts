/** What a cache can hold: it lies in a row, under the key of an id. */
interface Row {
  readonly rid: number;
  readonly key: string;
}

/**
 * The documents of a collection that were used last, by id and by row: at most `room`, at least half of it once full.
 * They age in two generations. Who is used moves to the younger; when that is half of the room, the elder goes as a whole.
 * Forgetting the oldest one by one costs more with each, for a Map walks over all that were deleted at its beginning.
 */
export class DocumentCache<Stored extends Row> {
  #younger = new Generation<Stored>();
  #elder = new Generation<Stored>();

  constructor(private readonly room: number) {}

  byKey(key: string): Stored | undefined {
    return this.#younger.byKey.get(key) ?? this.#renew(this.#elder.byKey.get(key));
  }

  byRid(rid: number): Stored | undefined {
    return this.#younger.byRid.get(rid) ?? this.#renew(this.#elder.byRid.get(rid));
  }

  /** Whether `byRid` would answer; nothing grows younger by it. */
  holds(rid: number): boolean {
    return this.#younger.byRid.has(rid) || this.#elder.byRid.has(rid);
  }

  /** Keeps a document, in place of an older form of it; one that may still lie in the elder generation is not seen again. */
  add(stored: Stored): Stored {
    if (this.#younger.byKey.size >= this.room / 2) {
      this.#elder = this.#younger;
      this.#younger = new Generation<Stored>();
    }
    this.#younger.byKey.set(stored.key, stored);
    this.#younger.byRid.set(stored.rid, stored);
    return stored;
  }

  delete(key: string): void {
    this.#younger.delete(key);
    this.#elder.delete(key);
  }

  clear(): void {
    this.#younger = new Generation<Stored>();
    this.#elder = new Generation<Stored>();
  }

  #renew(stored: Stored | undefined): Stored | undefined {
    return stored && this.add(stored);
  }
}

class Generation<Stored extends Row> {
  readonly byKey = new Map<string, Stored>();
  readonly byRid = new Map<number, Stored>();

  delete(key: string): void {
    const stored = this.byKey.get(key);
    if (!stored) return;
    this.byKey.delete(key);
    this.byRid.delete(stored.rid);
  }
}
