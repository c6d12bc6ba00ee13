import { heldBy } from './held';
import type { HoldingOrder } from './orders';

const lines = [
  { skuId: 'tea', quantity: 3 },
  { skuId: 'cake', quantity: 1 },
] as HoldingOrder['lines'];
const order = (change: Partial<HoldingOrder>): HoldingOrder => ({
  ...{ _id: 'order-1', status: 'paid', lines, cases: [], stockReturns: [] },
  ...change,
});
const aCase = (status: string, quantity: number) =>
  ({ status, lines: [{ skuId: 'tea', quantity }] }) as unknown as HoldingOrder['cases'][number];
const back = { moveId: 'return-1', skuId: 'tea', quantity: 2, reason: 'return' } as const;
const none = () => false;

test.each([
  ['awaitingPayment', 3],
  ['paid', 3],
  ['readyForPickup', 3],
  ['shipped', 0],
  ['received', 0],
  ['cancelled', 0],
] as const)('of an order that is %s, %i pieces lie in the shop', (status, held) => {
  expect(heldBy(order({ status }), 'tea', none)).toBe(held);
});

test('what was refunded before it was sent lies there until it is in stock again, and only once', () => {
  const refunded = order({ cases: [aCase('refunding', 2), aCase('requested', 1)], stockReturns: [back] });
  expect(heldBy(refunded, 'tea', none)).toBe(3);
  expect(heldBy(refunded, 'tea', (moveId) => moveId === 'return-1')).toBe(1);
  expect(heldBy(order({ cases: [aCase('refunded', 2)] }), 'tea', none)).toBe(1);
});

test('what came back of an order that was sent lies there until it is in stock', () => {
  expect(heldBy(order({ status: 'shipped', stockReturns: [back] }), 'tea', none)).toBe(2);
  expect(heldBy(order({ status: 'cancelled', stockReturns: [back] }), 'cake', none)).toBe(0);
});
