import { cancelUnpaid, readOverdueOrders, readUnfinishedOrders, refundOrder, returnStock } from '../order/public';

/** Cancels orders that were not paid in time, and answers how many it looked at. */
export async function closeUnpaidOrders(now: number): Promise<number> {
  const overdue = await readOverdueOrders(now);
  await Promise.all(overdue.map((order) => cancelUnpaid(order, now)));
  return overdue.length;
}

/** Finishes what a dead process began: stock of cancelled orders, refunds under way. */
export async function finishOrders(now: number): Promise<number> {
  const unfinished = await readUnfinishedOrders();
  await Promise.all(
    unfinished.map((order) => (order.status === 'refunding' ? refundOrder(order) : returnStock(order, now))),
  );
  return unfinished.length;
}
