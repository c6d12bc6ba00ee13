import type { Reply } from '@shared/kernel/operation';
import { keyOf, type StockDeed, type StockRefusal } from './StockDeed';

/** What the queue needs of the phone. */
export interface StockPhone {
  /** Lines that were kept before, this start or an earlier one. */
  kept(): readonly string[];
  /** Resolves when they are kept; rejects when the phone cannot. */
  keep(lines: readonly string[]): Promise<void>;
  /** Tells the shop. Rejects when nobody knows whether it arrived. */
  send(deed: StockDeed): Promise<StockReply>;
}

/** What the shop answered: the stock as it is then, or why not. */
export type StockReply = Reply<{ stock: number }, StockRefusal>;

/** A deed that is settled: the shop has done it, or never will. */
export interface Settled {
  deed: StockDeed;
  reply: StockReply;
}

/** A deed that the shop refused, for a person to settle. */
export interface Conflict {
  deed: StockDeed;
  refusal: StockRefusal;
}

/** What the queue holds, never changed in place. */
export interface StockQueueState {
  /** In the order in which they were done. */
  waiting: readonly StockDeed[];
  conflicts: readonly Conflict[];
}

interface Entry {
  deed: StockDeed;
  /** It may have arrived. */
  tried?: true;
  refusal?: StockRefusal;
}

/**
 * Changes of stock on their way to the shop. Each is kept on the phone before it is sent, and until the shop has answered:
 * a lost answer, a restart or a day without signal loses none, and its id makes twice the same as once. They are sent one
 * after another, in their order. What the shop refuses stays as a conflict until a person has settled it.
 */
export class StockQueue {
  readonly #phone: StockPhone;
  readonly #listeners = new Set<() => void>();
  #entries: readonly Entry[];
  #state: StockQueueState;
  #keeping: Promise<void> = Promise.resolve();
  #sending: Promise<readonly Settled[]> | undefined;

  constructor(phone: StockPhone) {
    this.#phone = phone;
    this.#entries = phone.kept().flatMap(parsed);
    this.#state = stateOf(this.#entries);
  }

  /** With `read`, for `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly read = (): StockQueueState => this.#state;

  /** Keeps what was done. Rejects when the phone cannot keep it; then it was not done. */
  add(...deeds: readonly StockDeed[]): Promise<void> {
    return this.#change((entries) => [...entries, ...deeds.filter(isNewTo(entries)).map((deed) => ({ deed }))]);
  }

  /** Takes a deed back: at once when the shop surely has not booked it, else by one more deed. */
  undo({ shopId, moveId, skuId, name }: StockDeed): Promise<void> {
    const undoing: StockDeed = { kind: 'undo', shopId, moveId, skuId, name };
    return this.#change((entries) => {
      const unbooked = entries.some((entry) => keyOf(entry.deed) === moveId && (!entry.tried || entry.refusal));
      if (unbooked) return entries.filter(({ deed }) => keyOf(deed) !== moveId);
      return isNewTo(entries)(undoing) ? [...entries, { deed: undoing }] : entries;
    });
  }

  /** A person has settled a conflict: it is forgotten, and what they did instead takes its place. */
  settle({ deed }: Conflict, ...instead: readonly StockDeed[]): Promise<void> {
    return this.#change((entries) => [
      ...entries.filter((entry) => !entry.refusal || keyOf(entry.deed) !== keyOf(deed)),
      ...instead.map((each) => ({ deed: each })),
    ]);
  }

  /** Sends what waits until nothing is left or something does not arrive; answers what is settled. Never rejects. */
  send(): Promise<readonly Settled[]> {
    this.#sending ??= this.#sendAll();
    return this.#sending;
  }

  async #sendAll(): Promise<readonly Settled[]> {
    const settled: Settled[] = [];
    await this.#keeping;
    try {
      for (let deed = this.#state.waiting[0]; deed; deed = this.#state.waiting[0]) {
        settled.push({ deed, reply: await this.#sendOne(deed) });
      }
    } catch {
      // Nobody knows whether it arrived; it goes again, under the same id, with the next send.
    } finally {
      this.#sending = undefined;
    }
    return settled;
  }

  async #sendOne(deed: StockDeed): Promise<StockReply> {
    const key = keyOf(deed);
    const isIt = (entry: Entry) => keyOf(entry.deed) === key;
    await this.#change((entries) => entries.map((entry) => (isIt(entry) ? { ...entry, tried: true } : entry)));
    const reply = await this.#phone.send(deed);
    await this.#change((entries) => {
      if (reply.ok) return entries.filter((entry) => !isIt(entry));
      // What never happened and was to be undone, too, needs nobody.
      const undoing = `undo-${deed.moveId}`;
      if (deed.kind !== 'undo' && entries.some((entry) => keyOf(entry.deed) === undoing)) {
        return entries.filter((entry) => !isIt(entry) && keyOf(entry.deed) !== undoing);
      }
      return entries.map((entry) => (isIt(entry) ? { ...entry, refusal: reply.refusal } : entry));
    });
    return reply;
  }

  // One after another, so that what the phone keeps last is what came last.
  #change(next: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> {
    const changed = this.#keeping.then(async () => {
      const entries = next(this.#entries);
      await this.#phone.keep(entries.map((entry) => JSON.stringify(entry)));
      this.#entries = entries;
      this.#state = stateOf(entries);
      for (const listener of this.#listeners) listener();
    });
    this.#keeping = changed.catch(() => undefined);
    return changed;
  }
}

const isNewTo =
  (entries: readonly Entry[]) =>
  (deed: StockDeed): boolean =>
    !entries.some((entry) => keyOf(entry.deed) === keyOf(deed));

const stateOf = (entries: readonly Entry[]): StockQueueState => ({
  waiting: entries.filter(({ refusal }) => !refusal).map(({ deed }) => deed),
  conflicts: entries.flatMap(({ deed, refusal }) => (refusal ? [{ deed, refusal }] : [])),
});

/** A line of the phone's storage; what is no deed at all is left out. */
function parsed(line: string): Entry[] {
  try {
    const entry = JSON.parse(line) as Partial<Entry> | null;
    return typeof entry?.deed?.moveId === 'string' ? [entry as Entry] : [];
  } catch {
    return [];
  }
}
