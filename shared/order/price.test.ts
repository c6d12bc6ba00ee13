import fc from 'fast-check';
import type { CouponTerms } from '../coupon/terms';
import { whyNotUsable } from '../coupon/whyNotUsable';
import { type Fen, fen, sumFen } from '../kernel/money';
import {
  couponBasketOf,
  type OrderPrice,
  type PricedLine,
  paidShares,
  priceOrder,
  type Terms,
  withCoupon,
} from './price';

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
const line = (price: number, quantity = 1, grams = 500) => ({
  ...{ productId: 'tea', categoryId: 'drinks' },
  ...{ price: fen(price), quantity, grams },
});
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

/** A line as a follower buys it: some of the goods have a lower price for them. */
const forFollower = <Line extends { price: Fen }>(part: number, line: Line) =>
  part < 1 ? { ...line, followerPrice: fen(Math.floor(line.price * part)) } : line;

const basket = fc.array(
  fc
    .tuple(
      fc.constantFrom(1, 1, 0.9, 0.33),
      fc.record({
        productId: fc.constantFrom('tea', 'cake', 'vinegar'),
        categoryId: fc.constantFrom('drinks', 'food'),
        price: fc.integer({ min: 1, max: 10 ** 6 }).map(fen),
        quantity: fc.integer({ min: 1, max: 99 }),
        grams: fc.integer({ min: 1, max: 5_000 }),
      }),
    )
    .map(([part, line]): PricedLine => forFollower(part, { ...line, price: fen(Math.max(4, line.price)) })),
  { minLength: 1, maxLength: 20 },
);

test('what is to pay is goods less discount plus freight, and the lines share what was paid, to the fen', () => {
  fc.assert(
    fc.property(basket, (lines) => {
      const price = priceOrder(lines, terms, 'express', near) as OrderPrice;
      expect(price.goods).toBe(lines.reduce((sum, each) => sum + each.price * each.quantity, 0));
      const worth = lines.reduce((sum, each) => sum + (each.followerPrice ?? each.price) * each.quantity, 0);
      expect(price.followerOff).toBe(price.goods - worth);
      expect(price.discount).toBe(worth >= 20_000 ? 1_500 : 0);
      expect(price.toPay).toBe(worth - price.discount + price.freight);
      const paid = paidShares(lines, price);
      expect(sumFen(...paid)).toBe(worth - price.discount);
      for (const [index, { price: each, followerPrice = each, quantity }] of lines.entries()) {
        expect(paid[index]).toBeLessThanOrEqual(followerPrice * quantity);
      }
    }),
  );
});

const coupon: fc.Arbitrary<CouponTerms> = fc.record({
  benefit: fc.oneof(
    fc.record({ kind: fc.constant('amount' as const), off: fc.integer({ min: 1, max: 10 ** 5 }).map(fen) }),
    fc.record({
      kind: fc.constant('percent' as const),
      percentOff: fc.integer({ min: 1, max: 99 }),
      most: fc.integer({ min: 1, max: 10 ** 6 }).map(fen),
    }),
    fc.record({ kind: fc.constant('freeShipping' as const) }),
  ),
  from: fc.integer({ min: 0, max: 30_000 }).map(fen),
  scope: fc.oneof(
    fc.constant({ kind: 'everything' as const }),
    fc.record({ kind: fc.constant('categories' as const), categoryIds: fc.subarray(['drinks', 'food']) }),
    fc.record({ kind: fc.constant('products' as const), productIds: fc.subarray(['tea', 'cake', 'vinegar']) }),
  ),
});

test('a usable coupon makes the order cheaper and never free, and the lines still share what was paid, to the fen', () => {
  let usable = 0;
  fc.assert(
    fc.property(basket, coupon, (lines, promised) => {
      const before = priceOrder(lines, terms, 'express', near) as OrderPrice;
      const seen = couponBasketOf(lines, before, new Map());
      if (whyNotUsable({ ...promised, validFrom: 0, validUntil: 9, spent: false }, seen, 1)) return;
      usable += 1;
      const price = withCoupon(before, seen, promised);
      expect(price.toPay).toBe(before.toPay - price.couponOff - price.freightOff);
      expect(price.toPay).toBeLessThan(before.toPay);
      expect(price.toPay).toBeGreaterThan(0);
      const paid = paidShares(lines, price, promised);
      expect(sumFen(...paid)).toBe(price.goods - price.followerOff - price.discount - price.couponOff);
      const untouched = paidShares(lines, before);
      for (const [index, line] of lines.entries()) {
        const isFor =
          promised.scope.kind === 'everything' ||
          (promised.scope.kind === 'categories' && promised.scope.categoryIds.includes(line.categoryId)) ||
          (promised.scope.kind === 'products' && promised.scope.productIds.includes(line.productId));
        if (!isFor) expect(paid[index]).toBe(untouched[index]);
      }
    }),
    { numRuns: 500 },
  );
  expect(usable).toBeGreaterThan(100);
});
