import { callOnce } from '@/platform/call';
import { onEntry } from '@/platform/onEntry';
import { remembered, rememberSurely } from '@/platform/remembered';
import type { StockDeed } from './StockDeed';
import { type Settled, StockQueue, type StockReply } from './StockQueue';

const storageKey = 'stockDeeds';
/** How long nothing is tried after something did not arrive, in ms: longer each time, up to a minute. */
const shortestWait = 5_000;
const longestWait = 60_000;

let queue: StockQueue | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let wait = shortestWait;

/** The changes of stock that this phone keeps until the shop knows them. */
export function theStockQueue(): StockQueue {
  queue ??= new StockQueue({
    kept: () => remembered(storageKey),
    keep: (lines) => rememberSurely(storageKey, lines),
    send,
  });
  return queue;
}

/** Sends what waits now, and again later for as long as something does not arrive. Answers what is settled. */
export async function sendStockDeeds(): Promise<readonly Settled[]> {
  clearTimeout(timer);
  const settled = await theStockQueue().send();
  if (theStockQueue().read().waiting.length === 0) wait = shortestWait;
  else {
    timer = setTimeout(() => void sendStockDeeds(), wait);
    wait = Math.min(wait * 2, longestWait);
  }
  return settled;
}

/** Before the first page: what an earlier start could not send is sent whenever the mini program is opened. */
export function watchStockDeeds(): void {
  onEntry(() => {
    if (theStockQueue().read().waiting.length > 0) void sendStockDeeds();
  });
}

async function send(deed: StockDeed): Promise<StockReply> {
  const reply = await carryOut(deed);
  if (reply.ok) return reply;
  const { refusal } = reply;
  // The shop did not look at it: it stays in the queue.
  if (refusal.code === 'TRY_AGAIN' || refusal.code === 'TOO_OFTEN') throw new Error(refusal.code);
  return { ok: false, refusal };
}

function carryOut(deed: StockDeed) {
  const { shopId, moveId, skuId } = deed;
  switch (deed.kind) {
    case 'adjust':
      return callOnce('shop.adjustStock', {
        ...{ shopId, moveId, skuId, delta: deed.delta, reason: deed.reason, note: deed.note },
      });
    case 'count':
      return callOnce('shop.bookCount', { shopId, moveId, skuId, counted: deed.counted, expected: deed.expected });
    case 'undo':
      return callOnce('shop.undoAdjustment', { shopId, moveId });
    default:
      return deed satisfies never;
  }
}
