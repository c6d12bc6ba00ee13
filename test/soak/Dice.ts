/** Chance that can be repeated: the same seed, the same throws. */
export class Dice {
  #state: number;
  #ids = 0;

  constructor(private readonly seed: number) {
    this.#state = seed;
  }

  /** A share from 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }

  oneOf<Item>(items: readonly Item[]): Item | undefined {
    return items[this.upTo(items.length - 1)];
  }

  /** One of them, those with a larger share more often. */
  byShare<Item>(items: readonly (readonly [share: number, item: Item])[]): Item | undefined {
    let left = this.next() * items.reduce((sum, [share]) => sum + share, 0);
    for (const [share, item] of items) {
      if (left < share) return item;
      left -= share;
    }
    return undefined;
  }

  /** An id that no other seed makes. */
  newId(): string {
    this.#ids += 1;
    return `soak-${this.seed}-${String(this.#ids).padStart(6, '0')}`;
  }
}
