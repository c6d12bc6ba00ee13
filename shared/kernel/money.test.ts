import fc from 'fast-check';
import { fen, sumFen, timesFen, yuanText } from './money';

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
