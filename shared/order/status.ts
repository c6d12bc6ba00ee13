/** Where an order can stand. `refunding` also holds a payment that arrived after its order was cancelled. */
export const orderStatuses = [
  'awaitingPayment',
  'paid',
  'shipped',
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
  paid: ['shipped', 'refunding'],
  shipped: ['received'],
  received: ['completed'],
  completed: [],
  cancelled: ['refunding'],
  refunding: ['refunded'],
  refunded: [],
};

/** Whether an order in `from` may become `to`. */
export const canBecome = (from: OrderStatus, to: OrderStatus): boolean => next[from].includes(to);
