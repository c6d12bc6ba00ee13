import { moveOrder, readOrdersShippedBefore } from '../order/public';

/** How long a parcel may be under way before its order counts as received, as WeChat does it for express. */
const receivedAfterMs = 10 * 86_400_000;

/** Takes orders for received that were sent off ten days ago, and answers how many. */
export async function receiveOrders(now: number): Promise<number> {
  const overdue = await readOrdersShippedBefore(now - receivedAfterMs);
  await Promise.all(overdue.map(({ _id }) => moveOrder(_id, 'shipped', 'received', { receivedAt: now })));
  return overdue.length;
}
