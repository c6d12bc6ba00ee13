import { fen } from '../kernel/money';
import { benefitText, thresholdText } from './couponText';

test('a coupon’s figures have no needless digits', () => {
  expect(benefitText({ kind: 'amount', off: fen(2_000) })).toBe('¥20');
  expect(benefitText({ kind: 'amount', off: fen(1_250) })).toBe('¥12.5');
  expect(benefitText({ kind: 'amount', off: fen(1_005) })).toBe('¥10.05');
  expect(benefitText({ kind: 'amount', off: fen(10_000) })).toBe('¥100');
  expect(benefitText({ kind: 'percent', percentOff: 15, most: fen(3_000) })).toBe('8.5 折');
  expect(benefitText({ kind: 'gift', skuId: 'tea-1', quantity: 1, name: '苦荞茶' })).toBe('赠品');
  expect(benefitText({ kind: 'percent', percentOff: 20, most: fen(3_000) })).toBe('8 折');
});

test('the threshold says from when on, and up to what', () => {
  expect(thresholdText({ from: fen(9_900), benefit: { kind: 'freeShipping' } })).toBe('满 ¥99 可用');
  const gift = { kind: 'gift', skuId: 'tea-1', quantity: 2, name: '苦荞茶 500 g' } as const;
  expect(thresholdText({ from: fen(9_900), benefit: gift })).toBe('满 ¥99 可用，送苦荞茶 500 g × 2');
  const percent = { kind: 'percent', percentOff: 15, most: fen(3_000) } as const;
  expect(thresholdText({ from: fen(0), benefit: percent })).toBe('无门槛，最多减 ¥30');
});
