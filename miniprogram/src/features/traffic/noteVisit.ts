import { callOnce } from '@/platform/call';
import { newId } from '@/platform/newId';
import { onEntry, onLeave } from '@/platform/onEntry';
import { remember, remembered } from '@/platform/remembered';
import { Arrivals } from './Arrivals';
import { type NotedVisit, type SentVisit, VisitQueue } from './VisitQueue';

/** Something that a person does in a shop. With `open`, only how the mini program was opened is noted, if that is new. */
export type ShopVisit = Pick<NotedVisit, 'kind' | 'shopId' | 'productId' | 'articleId' | 'shareId'>;

const storageKey = 'visits';
/** A page's own calls go first; and what a person does in a few seconds goes together. In ms. */
const sendAfter = 3_000;

const arrivals = new Arrivals(Date.now);
let queue: VisitQueue | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Notes what a person does; the first of a shop after the mini program was opened also notes how that happened. Never
 * fails and never waits: see `VisitQueue` for what becomes of it.
 */
export function noteVisit(visit: ShopVisit): void {
  const { shopId } = visit;
  const opened = arrivals.take();
  if (opened) theQueue().note({ visitId: newId(), kind: 'open', shopId, ...opened });
  if (visit.kind !== 'open') theQueue().note({ visitId: newId(), ...visit });
  if (opened || visit.kind !== 'open') sendSoon();
}

/** Sends what is noted at once: before an order is placed, which is credited to what is known by then. */
export function sendVisits(): void {
  if (timer) clearTimeout(timer);
  timer = undefined;
  if (theQueue().length > 0) void theQueue().send();
}

/** Before the first page: hears of every opening from now on, and sends what an earlier start could not. */
export function watchArrivals(): void {
  onEntry((entry) => {
    arrivals.enter(entry);
    if (theQueue().length > 0) sendSoon();
  });
  onLeave(() => {
    arrivals.leave();
    sendVisits();
  });
}

function sendSoon(): void {
  timer ??= setTimeout(sendVisits, sendAfter);
}

// Storage is read when the first page is there, not while the mini program starts.
function theQueue(): VisitQueue {
  queue ??= new VisitQueue({
    now: Date.now,
    kept: () => remembered(storageKey),
    keep: (lines) => remember(storageKey, lines),
    send: record,
  });
  return queue;
}

async function record(visits: SentVisit[]): Promise<boolean> {
  const answer = await callOnce('traffic.recordVisits', { visits });
  // What is malformed once is malformed for ever; whoever is busy may take it later.
  return answer.ok || answer.refusal.code === 'INVALID_INPUT';
}
