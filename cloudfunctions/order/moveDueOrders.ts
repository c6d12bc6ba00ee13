import { accept } from '../../shared/kernel/operation';
import { cancelUnpaid } from './cancelUnpaid';
import { changeOrder, moved } from './changeOrder';
import { received } from './confirmReceipt';
import { type Duty, dutyAt, isUnfinished } from './derived';
import { finishOrder } from './finishOrder';
import type { OrderRecord } from './OrderRecord';
import { readDueOrders } from './orders';

const minute = 60_000;
const longestWait = 6 * 60 * minute;

/**
 * Does for every order that is due what the clock has to do: cancel what was not paid, finish what is unfinished, take
 * parcels for received and orders for completed. One order that fails is tried again later and hinders no other.
 * Answers how many it looked at; `onFault` hears of those that failed.
 */
export async function moveDueOrders(now: number, onFault: (orderId: string, fault: unknown) => void): Promise<number> {
  const due = await readDueOrders(now);
  await Promise.all(
    due.map(async (order) => {
      const duty = dutyAt(order, now);
      try {
        const after = duty ? await does[duty](order, now) : order;
        if (after && isUnfinished(after)) await postpone(after, now);
      } catch (fault) {
        onFault(order._id, fault);
        await postpone(order, now);
      }
    }),
  );
  return due.length;
}

const does: Record<Duty, (order: OrderRecord, now: number) => Promise<OrderRecord | undefined>> = {
  cancel: async (order, now) => {
    await cancelUnpaid(order, { by: 'clock', at: now });
    return undefined;
  },
  finish: finishOrder,
  receive: async (order, now) => {
    const changed = await changeOrder(order, (each) => received(each, { by: 'clock', at: now }));
    return changed.ok ? changed.value : undefined;
  },
  complete: async (order, now) => {
    const changed = await changeOrder(order, (each) =>
      accept(each.status === 'received' ? moved(each, 'completed', { by: 'clock', at: now }) : each),
    );
    return changed.ok ? changed.value : undefined;
  },
};

/** The clock comes back later: after 2, 4, 8 … minutes, six hours at most. */
const postpone = (order: OrderRecord, now: number) =>
  changeOrder(order, (each) => {
    const tries = (each.retry?.tries ?? 0) + 1;
    const wait = Math.min(2 ** tries * minute, longestWait);
    return accept({ ...each, retry: { tries, at: now + wait } });
  });
