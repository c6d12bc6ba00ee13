/**
 * Where an order can stand. `refunding` means that all its money is on the way back: every piece was refunded, or the
 * payment arrived after the order was cancelled. Refunds of some pieces are after-sale cases (`afterSale.ts`).
 */
export const orderStatuses = [
  'awaitingPayment',
  'paid',
  'shipped',
  'readyForPickup',
  'received',
  'completed',
  'cancelled',
  'refunding',
  'refunded',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** The only table of an order's life; nobody writes a status without it. */
const next: Record<OrderStatus, readonly OrderStatus[]> = {
  awaitingPayment: ['paid', 'cancelled'],
  paid: ['shipped', 'readyForPickup', 'refunding'],
  shipped: ['received', 'refunding'],
  readyForPickup: ['received', 'refunding'],
  received: ['completed', 'refunding'],
  completed: [],
  cancelled: ['refunding'],
  refunding: ['refunded'],
  refunded: [],
};

/** Whether an order in `from` may become `to`. */
export const canBecome = (from: OrderStatus, to: OrderStatus): boolean => next[from].includes(to);
