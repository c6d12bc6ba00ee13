import type { PendingMove } from './skus';
import { settlementOf } from './stock';

const note = (reason: PendingMove['reason']): PendingMove => ({
  moveId: 'm',
  delta: -1,
  reason,
  note: '',
  orderId: reason === 'sale' ? 'order-0001' : '',
  by: 'ann',
  at: 0,
});

test('stock taken by the try that placed the order stays taken; by any other, or for no order, it goes back', () => {
  expect(settlementOf('try-1', note('sale'), 'try-1')).toBe('record');
  expect(settlementOf('try-2', note('sale'), 'try-1')).toBe('giveBack');
  expect(settlementOf('try-1', note('sale'), undefined)).toBe('giveBack');
});

test('what was moved by hand, or released, stays moved', () => {
  expect(settlementOf('adjust-1', note('restock'), undefined)).toBe('record');
  expect(settlementOf('release-1', note('release'), 'try-1')).toBe('record');
});
