import fc from 'fast-check';
import { fen } from '../kernel/money';
import { priceOrder } from './price';

const rule = { fee: fen(800), freeFrom: fen(9900) };

test('freight is charged below the threshold and free from it on', () => {
  expect(priceOrder([{ price: fen(9899), quantity: 1 }], rule)).toEqual({ goods: 9899, freight: 800, toPay: 10699 });
  expect(priceOrder([{ price: fen(3300), quantity: 3 }], rule)).toEqual({ goods: 9900, freight: 0, toPay: 9900 });
});

test('what is to pay is the goods and the freight, to the fen, for any basket', () => {
  const line = fc.record({
    price: fc.integer({ min: 0, max: 10 ** 6 }).map(fen),
    quantity: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { goods, freight, toPay } = priceOrder(lines, rule);
      expect(goods).toBe(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
      expect(toPay).toBe(goods + freight);
      expect(freight).toBe(goods >= rule.freeFrom ? 0 : rule.fee);
    }),
  );
});
