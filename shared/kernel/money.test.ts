import fc from 'fast-check';
import { fen, shareFen, sumFen, timesFen, yuanText } from './money';

test('only whole, safe, non-negative amounts are money', () => {
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => fen(wrong)).toThrow(RangeError);
  expect(fen(0)).toBe(0);
});

test('yuan text reads back to the same fen, for any amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (amount) => {
      const text = yuanText(fen(amount));
      expect(text).toMatch(/^¥\d+\.\d\d$/);
      expect(Number(text.replace(/[¥.]/g, ''))).toBe(amount);
    }),
  );
});

test('sums and products stay whole', () => {
  expect(sumFen()).toBe(0);
  expect(sumFen(fen(1), fen(2), fen(3))).toBe(6);
  expect(timesFen(fen(1999), 3)).toBe(5997);
});

test('shares add up to the fen, each within one fen of its part', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), weights, (total, parts) => {
      const shares = shareFen(fen(total), parts);
      expect(sumFen(...shares)).toBe(total);
      const sum = parts.reduce((all, part) => all + part, 0);
      for (const [index, part] of parts.entries()) {
        if (sum > 0) expect(Math.abs((shares[index] ?? 0) - (total * part) / sum)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
