import { canBecome, type OrderStatus, orderStatuses } from './status';

test('the table allows exactly these moves', () => {
  const moves = orderStatuses.flatMap((from) =>
    orderStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    'awaitingPayment → paid',
    'awaitingPayment → cancelled',
    'paid → shipped',
    'paid → readyForPickup',
    'paid → refunding',
    'shipped → received',
    'shipped → refunding',
    'readyForPickup → received',
    'readyForPickup → refunding',
    'received → completed',
    'received → refunding',
    'cancelled → refunding',
    'refunding → refunded',
  ]);
});

test('no order comes back to where it was', () => {
  const reachable = (from: OrderStatus, seen: readonly OrderStatus[] = []): readonly OrderStatus[] =>
    orderStatuses.filter((to) => canBecome(from, to)).flatMap((to) => [...seen, to, ...reachable(to)]);
  for (const status of orderStatuses) expect(reachable(status)).not.toContain(status);
});
