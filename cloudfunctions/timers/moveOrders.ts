import { moveDueOrders } from '../order/public';

/** Moves the orders that are due, and logs those that could not be. */
export const moveOrders = (now: number): Promise<number> =>
  moveDueOrders(now, (orderId, fault) => {
    const text = fault instanceof Error ? fault.stack : String(fault);
    console.error(JSON.stringify({ operation: 'timers.moveOrders', orderId, fault: text }));
  });
