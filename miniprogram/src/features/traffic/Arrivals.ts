import type { Entry } from '@/platform/entryOf';
import type { NotedVisit } from './VisitQueue';

/** What an `open` says of where it came from. */
export type Opened = Required<Pick<NotedVisit, 'scene'>> & Pick<NotedVisit, 'articleId' | 'channel' | 'shareId'>;

/** Who comes back the same way within this time, in ms, never left: a phone that was locked, a message that was read. */
const sameVisit = 30 * 60_000;

/**
 * How the mini program was opened, until some shop takes it: an open belongs to the first shop whose page is seen after
 * it, and to that one only.
 */
export class Arrivals {
  #pending: Opened | undefined;
  #last: { key: string; leftAt: number } | undefined;

  /** `now` is the phone's clock, in ms. */
  constructor(private readonly now: () => number) {}

  /** The mini program came to the front. */
  enter(entry: Entry): void {
    const key = JSON.stringify(entry);
    const stayed = this.#last?.key === key && this.now() - this.#last.leftAt < sameVisit;
    this.#last = { key, leftAt: this.now() };
    if (!stayed) this.#pending = openedBy(entry);
  }

  /** The mini program left the screen. */
  leave(): void {
    if (this.#last) this.#last.leftAt = this.now();
  }

  /** What opened the mini program, once. */
  take(): Opened | undefined {
    const opened = this.#pending;
    this.#pending = undefined;
    return opened;
  }
}

/** Links come from anywhere: what cannot be one of our ids is no id. */
export function openedBy({ scene, query }: Entry): Opened {
  // A mini-program code has one parameter only, which carries the channel.
  const channel = codeIn(query.c) ?? (/^1\d{3}$/.test(query.scene ?? '') ? undefined : codeIn(query.scene));
  const articleId = idIn(query.a);
  const shareId = idIn(query.s);
  return { scene, ...(articleId && { articleId }), ...(channel && { channel }), ...(shareId && { shareId }) };
}

const codeIn = (text = ''): string | undefined => (/^[\w-]{1,32}$/.test(text) ? text : undefined);
const idIn = (text = ''): string | undefined => (/^[\w-]{4,32}$/.test(text) ? text : undefined);
