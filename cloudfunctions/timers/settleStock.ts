import { readOrders } from '../order/public';
import { readUnsettled, settleNote } from '../shop/public';

/** Longer than any function may run (60 s), so whoever wrote a note this old has finished or is dead. */
const writerIsGoneMs = 120_000;

/** Finishes the stock notes that nobody will finish any more, and answers how many. */
export async function settleStock(now: number): Promise<number> {
  const stale = now - writerIsGoneMs;
  const notes = (await readUnsettled(stale)).flatMap((sku) =>
    Object.entries(sku.pending)
      .filter(([, move]) => move.at < stale)
      .map(([key, move]) => ({ sku, key, move })),
  );
  const orderIds = [...new Set(notes.map(({ move }) => move.orderId).filter(Boolean))].slice(0, 100);
  const placedBy = new Map((await readOrders(orderIds)).map((order) => [order._id, order.attemptKey]));
  const known = notes.filter(({ move }) => !move.orderId || orderIds.includes(move.orderId));
  await Promise.all(known.map(({ sku, key, move }) => settleNote(sku, key, move, placedBy.get(move.orderId))));
  return known.length;
}
