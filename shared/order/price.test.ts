import fc from 'fast-check';
import { fen, sumFen } from '../kernel/money';
import { type OrderPrice, paidShares, priceOrder, type Terms } from './price';

const terms: Terms = {
  freight: {
    rules: [
      { regions: [], firstGrams: 1_000, firstFee: fen(800), nextGrams: 500, nextFee: fen(200), freeFrom: fen(9900) },
      { regions: ['海南省'], firstGrams: 1_000, firstFee: fen(1500), nextGrams: 1_000, nextFee: fen(900) },
    ],
    unreachable: ['西藏自治区'],
  },
  location: [112.5567, 37.8706],
  pickup: true,
  local: { withinMetres: 3_000, fee: fen(300), from: fen(2_000) },
  promotion: { from: fen(20_000), off: fen(1_500) },
};
const line = (price: number, quantity = 1, grams = 500) => ({ price: fen(price), quantity, grams });
const near = { province: '山西省', location: [112.56, 37.88] as const };

test('freight goes by region and by weight, and is free from a worth on where the shop says so', () => {
  expect(priceOrder([line(3_000)], terms, 'express', near)).toMatchObject({ freight: 800, toPay: 3_800 });
  expect(priceOrder([line(3_000, 3, 501)], terms, 'express', near)).toMatchObject({ freight: 1_200 });
  expect(priceOrder([line(9_900)], terms, 'express', near)).toMatchObject({ freight: 0, toPay: 9_900 });
  expect(priceOrder([line(9_900, 1, 1_001)], terms, 'express', { province: '海南省' })).toMatchObject({
    freight: 2_400,
  });
  expect(priceOrder([line(100)], terms, 'express', { province: '西藏自治区' })).toBe('unreachable');
  expect(priceOrder([line(100)], terms, 'express', undefined)).toBe('noAddress');
});

test('what is fetched costs no freight, if the shop offers it', () => {
  expect(priceOrder([line(3_000)], terms, 'pickup', undefined)).toMatchObject({ freight: 0, toPay: 3_000 });
  expect(priceOrder([line(3_000)], { ...terms, pickup: false }, 'pickup', near)).toBe('notOffered');
});

test('the shop’s own delivery reaches as far as it says, from a worth of goods on', () => {
  expect(priceOrder([line(3_000)], terms, 'local', near)).toMatchObject({ freight: 300 });
  expect(priceOrder([line(1_999)], terms, 'local', near)).toBe('belowMinimum');
  expect(priceOrder([line(3_000)], terms, 'local', { province: '山西省' })).toBe('noAddress');
  expect(priceOrder([line(3_000)], terms, 'local', { province: '山西省', location: [112.6, 37.9] })).toBe('tooFar');
  expect(priceOrder([line(3_000)], { ...terms, local: undefined }, 'local', near)).toBe('notOffered');
});

const basket = fc.array(
  fc.record({
    price: fc.integer({ min: 1, max: 10 ** 6 }).map(fen),
    quantity: fc.integer({ min: 1, max: 99 }),
    grams: fc.integer({ min: 1, max: 5_000 }),
  }),
  { minLength: 1, maxLength: 20 },
);

test('what is to pay is goods less discount plus freight, and the lines share what was paid, to the fen', () => {
  fc.assert(
    fc.property(basket, (lines) => {
      const price = priceOrder(lines, terms, 'express', near) as OrderPrice;
      expect(price.goods).toBe(lines.reduce((sum, each) => sum + each.price * each.quantity, 0));
      expect(price.discount).toBe(price.goods >= 20_000 ? 1_500 : 0);
      expect(price.toPay).toBe(price.goods - price.discount + price.freight);
      const paid = paidShares(lines, price);
      expect(sumFen(...paid)).toBe(price.goods - price.discount);
      for (const [index, { price: each, quantity }] of lines.entries()) {
        expect(paid[index]).toBeLessThanOrEqual(each * quantity);
      }
    }),
  );
});
