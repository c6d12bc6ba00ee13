import type { Input } from '@shared/contract';
import { creditedFor } from '@shared/traffic/touch';

/** A visit as it is sent; `age` is how long ago it was, in ms. */
export type SentVisit = Input<'traffic.recordVisits'>['visits'][number];

/** A visit as it is kept. */
export type NotedVisit = Omit<SentVisit, 'age'>;

/** What the queue needs of the phone. */
export interface VisitPhone {
  /** The phone's clock, in ms; only differences of it count. */
  now(): number;
  /** Lines that were kept before, this start or an earlier one. */
  kept(): readonly string[];
  keep(lines: readonly string[]): void;
  /** Answers whether they are settled: noted, or such as will never be. Rejects when nobody knows. */
  send(visits: SentVisit[]): Promise<boolean>;
}

/** As many as `traffic.recordVisits` takes at once. */
const batch = 20;
/** Who is offline for that long loses the oldest; a phone's storage is for other things. */
const mostKept = 100;

/**
 * Visits on their way to the shop. They are kept on the phone until it is known that they arrived, so a lost answer, a
 * restart or a week without signal loses none of them; their ids make twice the same as once.
 */
export class VisitQueue {
  readonly #phone: VisitPhone;
  #waiting: { visit: NotedVisit; at: number }[];
  #sending: Promise<void> | undefined;

  constructor(phone: VisitPhone) {
    this.#phone = phone;
    this.#waiting = phone.kept().flatMap(parsed);
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** Keeps a visit of this moment. */
  note(visit: NotedVisit): void {
    // Of two in one moment, the later one is the last thing that brought the person.
    const at = Math.max(this.#phone.now(), (this.#waiting.at(-1)?.at ?? 0) + 1);
    this.#keep([...this.#waiting, { visit, at }].slice(-mostKept));
  }

  /** Sends what waits, batch after batch, until none is left or one does not arrive. Never rejects. */
  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    this.#forgetOld();
    while (this.#waiting.length > 0) {
      const sent = this.#waiting.slice(0, batch).map(({ visit, at }) => ({ ...visit, age: this.#age(at) }));
      const settled = await this.#phone.send(sent).catch(() => false);
      if (!settled) return;
      const ids = new Set(sent.map(({ visitId }) => visitId));
      this.#keep(this.#waiting.filter(({ visit }) => !ids.has(visit.visitId)));
    }
  }

  /** What is older than a credit lives would change nothing, and is refused. */
  #forgetOld(): void {
    const young = this.#waiting.filter(({ at }) => this.#age(at) < creditedFor);
    if (young.length < this.#waiting.length) this.#keep(young);
  }

  // A clock that was set back would make it negative.
  #age = (at: number): number => Math.max(0, Math.round(this.#phone.now() - at));

  #keep(waiting: { visit: NotedVisit; at: number }[]): void {
    this.#waiting = waiting;
    this.#phone.keep(waiting.map((each) => JSON.stringify(each)));
  }
}

/** A line of the phone's storage; what another version wrote in another form is left out. */
function parsed(line: string): { visit: NotedVisit; at: number }[] {
  try {
    const { visit, at } = JSON.parse(line) as { visit?: NotedVisit; at?: number };
    return typeof visit?.visitId === 'string' && typeof at === 'number' ? [{ visit, at }] : [];
  } catch {
    return [];
  }
}
