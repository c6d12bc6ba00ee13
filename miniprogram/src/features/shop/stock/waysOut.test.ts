import type { Adjusting, Counting, StockRefusal } from './StockDeed';
import { deedText, waysOut } from './waysOut';

const sku = { shopId: 'jinmei', moveId: 'move-1', skuId: 'vinegar-1', name: '老陈醋' };
const adjusting: Adjusting = { ...sku, kind: 'adjust', delta: -5, reason: 'damage', note: '碰碎' };
const counting: Counting = { ...sku, kind: 'count', counted: 7, expected: 10 };
const keysOf = (deed: Adjusting | Counting, refusal: StockRefusal) => waysOut({ deed, refusal }).map(({ key }) => key);

test('of too little, the rest can go; of nothing, nothing can', () => {
  const [rest] = waysOut({ deed: adjusting, refusal: { code: 'NOT_ENOUGH_STOCK', stock: 3 } });
  expect(rest?.instead).toMatchObject({ kind: 'adjust', delta: -3, reason: 'damage', note: '碰碎' });
  expect(rest?.instead?.moveId).not.toBe('move-1');
  expect(keysOf(adjusting, { code: 'NOT_ENOUGH_STOCK', stock: 0 })).toEqual(['drop']);
  expect(keysOf(adjusting, { code: 'NOT_FOUND' })).toEqual(['drop']);
});

test('a count that came too late is dropped, or booked as the difference that was seen', () => {
  const [, difference] = waysOut({ deed: counting, refusal: { code: 'SHELF_CHANGED', expected: 8 } });
  expect(difference?.instead).toMatchObject({ kind: 'adjust', delta: -3, reason: 'count', note: '数得 7 件' });
  const agreeing = { ...counting, counted: 10 };
  expect(keysOf(agreeing, { code: 'SHELF_CHANGED', expected: 8 })).toEqual(['drop']);
});

test('it is told as people would', () => {
  expect([adjusting, counting, { ...sku, kind: 'undo' as const }].map(deedText)).toEqual([
    '−5 件',
    '盘点 7 件',
    '撤销',
  ]);
});
