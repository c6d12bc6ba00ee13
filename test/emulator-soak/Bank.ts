import type { CollectionDeclarations } from '../../emulator/database/declarations';
import type { CloudBase } from '../support/connect';

const accounts = Array.from({ length: 8 }, (_, n) => `account-${n}`);
/** What a transaction offers; the SDK leaves it undeclared. */
type Collections = Pick<ReturnType<CloudBase['database']>, 'collection'>;

const opening = 10_000;
const lanes = 8;

/** Writes under way, to be ended. */
export interface Stream {
  /** Starts nothing new, and resolves when what was under way was answered or broke off. */
  stop(): Promise<void>;
}

/**
 * The customer of a database that is killed: it inserts, counts and moves money between accounts in transactions,
 * remembers what was acknowledged, and audits the books.
 */
export class Bank {
  static readonly collections: CollectionDeclarations = {
    collections: {
      shelves: {
        indexes: [
          { name: 'shelf', fields: { shelf: 1 } },
          { name: 'name', fields: { name: 1 } },
        ],
      },
      entries: { indexes: [{ name: 'lane', fields: { lane: 1, n: 1 } }] },
      counters: { indexes: [] },
      accounts: { indexes: [] },
      transfers: { indexes: [] },
    },
  };

  readonly #inserted = new Set<string>();
  readonly #transferred = new Set<string>();
  /** Times a lane's counter was raised: acknowledged, and tried. */
  readonly #raised = new Map<string, { acknowledged: number; tried: number }>();
  readonly #broken: string[] = [];
  #conflicts = 0;

  constructor(private readonly cloudbase: CloudBase) {}

  /** Opens the accounts and counters. */
  async open(): Promise<void> {
    const db = this.cloudbase.database();
    await db.collection('accounts').add(accounts.map((_id) => ({ _id, balance: opening })));
    await db.collection('counters').add(Array.from({ length: lanes }, (_, n) => ({ _id: `counter-${n}`, count: 0 })));
  }

  /** How many writes were acknowledged so far. */
  get acknowledged(): number {
    return this.#inserted.size + this.#transferred.size + this.#updates;
  }

  get #updates(): number {
    return [...this.#raised.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  }

  /** What was acknowledged, and every promise that was found broken. */
  books() {
    const [inserts, updates, transfers] = [this.#inserted.size, this.#updates, this.#transferred.size];
    return { inserts, updates, transfers, conflicts: this.#conflicts, broken: this.#broken };
  }

  /** Writes in eight lanes, one write after another in each, until stopped. `round` makes the ids new. */
  work(round: string): Stream {
    let stopped = false;
    const lane = async (n: number): Promise<void> => {
      const writes = [this.#insert, this.#raise, this.#transfer];
      for (let turn = 0; !stopped; turn++) {
        // A write that broke off with the emulator is neither acknowledged nor refused.
        await writes[turn % writes.length]?.call(this, n, `${round}-${n}-${turn}`).catch(() => undefined);
      }
    };
    const ended = Promise.all(Array.from({ length: lanes }, (_, n) => lane(n)));
    return {
      stop: async () => {
        stopped = true;
        await ended;
      },
    };
  }

  /** Resolves with the first answer. */
  async ask(): Promise<void> {
    await this.cloudbase.database().collection('accounts').doc('account-0').get();
  }

  /** Compares the database with what was acknowledged and notes every broken promise. */
  async audit(): Promise<void> {
    const found = await this.#all('entries');
    this.#expectAll('insert', this.#inserted, new Set(found.map(({ _id }) => String(_id))));
    const transfers = await this.#all('transfers');
    this.#expectAll('transfer', this.#transferred, new Set(transfers.map(({ _id }) => String(_id))));
    this.#expectBalances(await this.#all('accounts'), transfers);
    for (const { _id, count } of await this.#all('counters')) {
      const { acknowledged, tried } = this.#raised.get(String(_id)) ?? { acknowledged: 0, tried: 0 };
      const isRight = Number(count) >= acknowledged && Number(count) <= tried;
      if (!isRight) this.#broken.push(`${_id} is ${count}, raised ${acknowledged} to ${tried} times`);
    }
  }

  async #insert(lane: number, _id: string): Promise<void> {
    await this.cloudbase.database().collection('entries').add({ _id, lane, n: this.#inserted.size });
    this.#inserted.add(_id);
  }

  async #raise(lane: number): Promise<void> {
    const db = this.cloudbase.database();
    const raised = this.#raised.get(`counter-${lane}`) ?? { acknowledged: 0, tried: 0 };
    this.#raised.set(`counter-${lane}`, raised);
    raised.tried++;
    await db
      .collection('counters')
      .doc(`counter-${lane}`)
      .update({ count: db.command.inc(1) });
    raised.acknowledged++;
  }

  async #transfer(lane: number, _id: string): Promise<void> {
    const db = this.cloudbase.database();
    const [from = '', to = ''] = [accounts[lane], accounts[(lane + 3) % accounts.length]];
    const amount = 1 + (_id.length % 7);
    try {
      await db.runTransaction(async (transaction: Collections) => {
        await transaction
          .collection('accounts')
          .doc(from)
          .update({ balance: db.command.inc(-amount) });
        await transaction.collection('transfers').add({ _id, from, to, amount });
        await transaction
          .collection('accounts')
          .doc(to)
          .update({ balance: db.command.inc(amount) });
      });
      this.#transferred.add(_id);
    } catch (error) {
      if (String(error).includes('conflict')) this.#conflicts++;
      throw error;
    }
  }

  #expectAll(what: string, acknowledged: ReadonlySet<string>, found: ReadonlySet<string>): void {
    const lost = [...acknowledged].filter((id) => !found.has(id));
    if (lost.length > 0) this.#broken.push(`${lost.length} acknowledged ${what}s are lost, such as ${lost[0]}`);
  }

  #expectBalances(found: readonly Record<string, unknown>[], transfers: readonly Record<string, unknown>[]): void {
    const expected = new Map(accounts.map((account) => [account, opening]));
    const add = (account: unknown, amount: number) =>
      expected.set(String(account), (expected.get(String(account)) ?? 0) + amount);
    for (const { from, to, amount } of transfers) {
      add(from, -Number(amount));
      add(to, Number(amount));
    }
    for (const { _id, balance } of found) {
      const right = expected.get(String(_id));
      if (balance !== right) this.#broken.push(`${_id} has ${balance}, its transfers make ${right}`);
    }
  }

  /** Every document of a collection, page after page. */
  async #all(name: string): Promise<Record<string, unknown>[]> {
    const all: Record<string, unknown>[] = [];
    for (;;) {
      const collection = this.cloudbase.database().collection(name);
      const { data } = await collection.orderBy('_id', 'asc').skip(all.length).limit(1000).get();
      all.push(...data);
      if (data.length < 1000) return all;
    }
  }
}
