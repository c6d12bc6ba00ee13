import { TimeLimit } from './TimeLimit';
import { isDocument } from './values';

/** How one request read one collection. */
export interface Read {
  collection: string;
  /** The index's name, `_id_` for the primary key; null where every document was looked at. */
  index: string | null;
  /** Documents that were looked at. */
  scanned: number;
  /** Documents that matched and were asked for. */
  returned: number;
  /** Whether the index gave the order that was asked for, so that nothing was sorted. */
  sortedByIndex: boolean;
}

/** A query that looked at more documents than this carries a warning. */
export const slowScan = 1000;

/** What one request makes the database do: how it reads, and how long it may think about it. */
export class Work {
  readonly reads: Read[] = [];
  /** Set when a transaction of the same invocation was open, and the request is of a kind that the SDK never sends into one. */
  besideTransaction = false;
  readonly #timeLimit = new TimeLimit();
  #mayBeSlow = false;

  /** @param invocation the request id of the function invocation that asks, where one does */
  constructor(readonly invocation?: string) {}

  /** Notes that a collection is about to be read; the caller counts on what this returns. */
  read(collection: string, index: string | null, sortedByIndex = false): Read {
    const read = { collection, index, scanned: 0, returned: 0, sortedByIndex };
    this.reads.push(read);
    return read;
  }

  /** Looks at a decoded part of the request: whether evaluating it may take long, as only some can. */
  watch(text: string, value: unknown): void {
    this.#mayBeSlow ||= text.length > longText || holdsPattern(value);
  }

  get mayBeSlow(): boolean {
    return this.#mayBeSlow;
  }

  /** Evaluates, under the time limit if what was watched may be slow. */
  evaluate<T>(evaluate: () => T): T {
    return this.#mayBeSlow ? this.limited(evaluate) : evaluate();
  }

  /** Evaluates under the time limit. */
  limited<T>(evaluate: () => T): T {
    return this.#timeLimit.run(evaluate);
  }

  /** One sentence if a read looked at more than 1000 documents. */
  get slowQuery(): string | undefined {
    const slow = this.reads.find(({ scanned }) => scanned > slowScan);
    if (!slow) return undefined;
    const by = slow.index === null ? 'no index serves it' : `by the index ${slow.index}`;
    return `Looked at ${slow.scanned} documents of ${slow.collection} for ${slow.returned}: ${by}.`;
  }
}

/** Characters; a list this long can make an operator quadratic. */
const longText = 50_000;

/** Whether a value holds what can run for ever: a pattern that may backtrack, or an expression. */
function holdsPattern(value: unknown): boolean {
  if (value instanceof RegExp) return /[*+?{|]/.test(value.source);
  if (Array.isArray(value)) return value.some(holdsPattern);
  return isDocument(value) && Object.entries(value).some(([name, field]) => name === '$expr' || holdsPattern(field));
}
