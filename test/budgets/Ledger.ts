import { readFileSync, writeFileSync } from 'node:fs';

/** One figure of the mini program, and what it may be at most. */
interface Entry {
  what: string;
  value: number;
  limit: number;
}

/** By how much a figure may grow from one kept state to the next before somebody is to look at it. */
const growth = 1.25;
/** A figure this small may grow by anything within its limit: one element more is a quarter of four. */
const small = 64;

/**
 * What was measured, beside its limit and what it was last time. The last values are kept in a file of the repository;
 * `UPDATE_BUDGETS=1` writes them anew.
 */
export class Ledger {
  readonly #entries: Entry[] = [];
  #asked = 0;
  readonly #last: Record<string, number>;

  constructor(private readonly file: string) {
    this.#last = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  }

  note(what: string, value: number, limit: number): void {
    this.#entries.push({ what, value, limit });
  }

  /** What was noted since the last time of asking and is over its limit, or has grown a quarter since it was accepted. */
  newComplaints(): string[] {
    const fresh = this.#entries.slice(this.#asked);
    this.#asked = this.#entries.length;
    return fresh.flatMap(({ what, value, limit }) => {
      if (value > limit) return [`${what}: ${value}, may be ${limit}`];
      const last = this.#last[what];
      const crept = last !== undefined && value > small && value > last * growth;
      return crept && !isUpdate() ? [`${what}: grew from ${last} to ${value}; UPDATE_BUDGETS=1 accepts it`] : [];
    });
  }

  /** The table of everything measured. */
  table(): string {
    const rows = this.#entries.map(({ what, value, limit }) =>
      [what, value, limit, this.#last[what] ?? '–'].map(String),
    );
    const head = ['what', 'value', 'limit', 'last'];
    const widths = head.map((_name, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
    const line = (row: readonly string[]) =>
      row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  ');
    return [head, ...rows].map(line).join('\n');
  }

  /** Keeps what was measured as the last values, when that was asked for. */
  keep(): void {
    if (!isUpdate()) return;
    const values = Object.fromEntries(this.#entries.map(({ what, value }) => [what, value]));
    writeFileSync(this.file, `${JSON.stringify(values, null, 2)}\n`);
  }
}

const isUpdate = (): boolean => process.env.UPDATE_BUDGETS === '1';
