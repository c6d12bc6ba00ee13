import { caseCanBecome, caseKinds, caseStatuses, isOpenCase, kindsFor } from './afterSale';
import { orderStatuses } from './status';

const withReturn = [
  'requested → awaitingReturn',
  'requested → declined',
  'requested → withdrawn',
  'awaitingReturn → returning',
  'awaitingReturn → withdrawn',
];
const tables = {
  refundOnly: ['requested → refunding', 'requested → declined', 'requested → withdrawn', 'refunding → refunded'],
  returnAndRefund: [...withReturn, 'returning → refunding', 'returning → declined', 'refunding → refunded'],
  exchange: [...withReturn, 'returning → exchanged', 'returning → declined'],
};

test.each(caseKinds)('%s moves exactly so, and what is over stays over', (kind) => {
  const moves = caseStatuses.flatMap((from) =>
    caseStatuses.filter((to) => caseCanBecome(kind, from, to)).map((to) => [from, to] as const),
  );
  expect(moves.map(([from, to]) => `${from} → ${to}`)).toEqual(tables[kind]);
  expect(moves.every(([from]) => isOpenCase(from))).toBe(true);
});

test('what may be asked for depends on where the order stands', () => {
  expect(orderStatuses.map((status) => `${status}: ${kindsFor(status).join(' ')}`)).toEqual([
    'awaitingPayment: ',
    'paid: refundOnly',
    'shipped: refundOnly',
    'readyForPickup: refundOnly',
    'received: refundOnly returnAndRefund exchange',
    'completed: ',
    'cancelled: ',
    'refunding: ',
    'refunded: ',
  ]);
});
