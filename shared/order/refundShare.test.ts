import fc from 'fast-check';
import { fen, sumFen } from '../kernel/money';
import { refundShare } from './refundShare';

test('however a line is refunded piece by piece, all of it comes back, to the fen and never more', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 11 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 10 ** 7 }), (quantities, paid) => {
      const line = { paid: fen(paid), quantity: quantities.reduce((sum, each) => sum + each, 0) };
      const given = quantities.reduce<{ quantity: number; amount: ReturnType<typeof fen> }>(
        (claimed, quantity) => {
          const amount = refundShare(line, claimed, quantity);
          expect(amount).toBeLessThanOrEqual(Math.ceil((paid * quantity) / line.quantity) + line.quantity);
          return { quantity: claimed.quantity + quantity, amount: sumFen(claimed.amount, amount) };
        },
        { quantity: 0, amount: fen(0) },
      );
      expect(given.amount).toBe(paid);
    }),
  );
});

test('pieces that were claimed and given up again do not let anybody take more than was paid', () => {
  const line = { paid: fen(100), quantity: 3 };
  expect(refundShare(line, { quantity: 0, amount: fen(0) }, 1)).toBe(33);
  expect(refundShare(line, { quantity: 2, amount: fen(67) }, 1)).toBe(33);
});
