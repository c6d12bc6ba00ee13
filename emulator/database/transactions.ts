import { randomBytes } from 'node:crypto';
import { isDuplicateKey, transactionConflict, transactionGone } from './failures';
import { refuseDuplicates } from './refuseDuplicates';
import { type Selection, select } from './select';
import { type Found, selectAt } from './selectAt';
import type { Change } from './storage/Change';
import type { Collection } from './storage/Collection';
import { documentName, type Snapshot } from './storage/History';
import type { Store } from './storage/Store';
import type { Work } from './Work';

/** What a request sees: the database as it is, or as its transaction sees it. */
export interface View {
  select(collection: Collection, selection: Selection): Found[];
}

/** What a write request decided, from what it saw: the changes, and the answer once they are durable. */
export interface Decision<Answer> {
  changes: Change[];
  answer: Answer;
}

/**
 * Who sees what, and who may write. A transaction sees the database as of its first operation plus its own writes; the
 * first writer of a document wins, the second transaction conflicts at its write. A write outside any transaction waits
 * for the transaction that holds the document. A transaction lives 30 seconds.
 */
export class Transactions {
  readonly #running = new Map<string, Transaction>();
  readonly #holders = new Map<string, Transaction>();

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** Starts a transaction, if need be of an invocation, and returns its id. */
  start(invocation?: string): string {
    this.#expire();
    const transaction = newTransaction(this.now(), invocation);
    this.#running.set(transaction.id, transaction);
    // Wakes those who wait for a forgotten transaction; whether it is too old is still the injected clock's word.
    transaction.timer = setTimeout(() => this.#expire(), lifetime + 1).unref();
    return transaction.id;
  }

  /** What a request of this transaction sees, or one outside any. Throws `DATABASE_TRANSACTION_FAIL` for an unknown id. */
  view(id: string | undefined, work: Work): View {
    if (id === undefined) return { select: (collection, selection) => select(collection, selection, work) };
    const transaction = this.#get(id);
    return { select: (collection, selection) => this.#selectIn(transaction, collection, selection, work) };
  }

  /**
   * Lets `decide` look and decide, and writes what it decided before anything else can happen; resolves when durable.
   * `decide` may run again after waiting for a transaction. In a transaction any failure ends it, as in MongoDB.
   */
  async write<Answer>(id: string | undefined, work: Work, decide: (view: View) => Decision<Answer>): Promise<Answer> {
    if (id !== undefined) return this.#writeIn(this.#get(id), work, decide);
    for (;;) {
      this.#expire();
      const { changes, answer } = decide(this.view(undefined, work));
      const holder = changes
        .map(({ collection, key }) => this.#holders.get(documentName(collection, key)))
        .find(Boolean);
      if (!holder) {
        if (changes.length > 0) await this.store.apply(changes);
        return answer;
      }
      await holder.ended;
    }
  }

  /** Writes all of the transaction, or throws and writes nothing. Resolves when durable. */
  async commit(id: string): Promise<void> {
    const transaction = this.#get(id);
    const changes = [...transaction.writes.values()];
    let durable: Promise<void> | undefined;
    try {
      if (changes.length > 0) durable = this.store.apply(changes);
    } catch (error) {
      // Somebody took a unique key since our write.
      throw isDuplicateKey(error) ? transactionConflict() : error;
    } finally {
      // The locks go as soon as the writes are visible; the caller is answered when they are durable.
      this.#end(transaction);
    }
    await durable;
  }

  /** Whether an invocation has started a transaction that is not over. */
  hasOpen(invocation: string): boolean {
    this.#expire();
    return [...this.#running.values()].some((transaction) => transaction.invocation === invocation);
  }

  /** Forgets the transaction and its writes. */
  abort(id: string): void {
    this.#end(this.#get(id));
  }

  /** Ends all transactions, as a restart of the server does. */
  close(): void {
    for (const transaction of this.#running.values()) this.#end(transaction);
  }

  #get(id: string): Transaction {
    this.#expire();
    const transaction = this.#running.get(id);
    if (!transaction) throw transactionGone();
    return transaction;
  }

  #snapshot(transaction: Transaction): Snapshot {
    transaction.snapshot ??= this.store.history.open();
    return transaction.snapshot;
  }

  #selectIn(transaction: Transaction, collection: Collection, selection: Selection, work: Work): Found[] {
    const snapshot = this.#snapshot(transaction);
    return selectAt({ history: this.store.history, snapshot, writes: transaction.writes }, collection, selection, work);
  }

  #writeIn<Answer>(transaction: Transaction, work: Work, decide: (view: View) => Decision<Answer>): Answer {
    try {
      const snapshot = this.#snapshot(transaction);
      const { changes, answer } = decide(this.view(transaction.id, work));
      for (const change of changes) this.#hold(transaction, snapshot, change);
      return answer;
    } catch (error) {
      this.#end(transaction);
      throw error;
    }
  }

  #hold(transaction: Transaction, snapshot: Snapshot, change: Change): void {
    const name = documentName(change.collection, change.key);
    const holder = this.#holders.get(name);
    const taken = holder !== undefined && holder !== transaction;
    if (taken || this.store.history.changedSince(snapshot, change.collection, change.key)) throw transactionConflict();
    refuseDuplicates(this.store, snapshot, transaction.writes, change);
    this.#holders.set(name, transaction);
    transaction.writes.set(name, change);
  }

  #expire(): void {
    for (const transaction of this.#running.values()) {
      if (this.now() - transaction.startedAt > lifetime) this.#end(transaction);
    }
  }

  #end(transaction: Transaction): void {
    if (!this.#running.delete(transaction.id)) return;
    clearTimeout(transaction.timer);
    for (const name of transaction.writes.keys()) this.#holders.delete(name);
    if (transaction.snapshot) this.store.history.close(transaction.snapshot);
    transaction.end();
  }
}

/** Milliseconds from the start of a transaction to its end by the server. */
const lifetime = 30_000;

interface Transaction {
  id: string;
  invocation: string | undefined;
  startedAt: number;
  snapshot: Snapshot | undefined;
  writes: Map<string, Change>;
  /** Resolves when the transaction committed, aborted or expired. */
  ended: Promise<void>;
  end: () => void;
  timer: NodeJS.Timeout | undefined;
}

function newTransaction(startedAt: number, invocation: string | undefined): Transaction {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const id = randomBytes(18).toString('base64url');
  return { id, invocation, startedAt, snapshot: undefined, writes: new Map(), ended, end, timer: undefined };
}
