/** Where an order stands. `refunding` also holds a payment that arrived after its order was cancelled. */
export type OrderStatus =
  | 'awaitingPayment'
  | 'paid'
  | 'shipped'
  | 'received'
  | 'completed'
  | 'cancelled'
  | 'refunding'
  | 'refunded';

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

export const orderStatuses = Object.keys(next) as readonly OrderStatus[];

/** Whether an order in `from` may become `to`. */
export const canBecome = (from: OrderStatus, to: OrderStatus): boolean => next[from].includes(to);
