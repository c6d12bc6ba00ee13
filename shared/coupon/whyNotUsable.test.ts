import { fen } from '../kernel/money';
import { takeOff } from './takeOff';
import type { CouponBasket, HeldCoupon } from './terms';
import { bestCoupon, whyNotUsable } from './whyNotUsable';

const now = 1_000;
const held = (change: Partial<HeldCoupon> = {}): HeldCoupon => ({
  benefit: { kind: 'amount', off: fen(1_000) },
  from: fen(5_000),
  scope: { kind: 'everything' },
  validFrom: 0,
  validUntil: 2_000,
  spent: false,
  ...change,
});
const tea = { productId: 'tea', categoryId: 'drinks', worth: fen(4_000) };
const cake = { productId: 'cake', categoryId: 'food', worth: fen(3_000) };
const spare = new Map([['tea-1', 2]]);
const basket: CouponBasket = { lines: [tea, cake], freight: fen(800), spare };
const forFood: HeldCoupon['scope'] = { kind: 'categories', categoryIds: ['food'] };
const forTea: HeldCoupon['scope'] = { kind: 'products', productIds: ['tea'] };
const gift = (quantity: number) => ({ kind: 'gift', skuId: 'tea-1', quantity, name: '苦荞茶' }) as const;
const freeShipping = held({ benefit: { kind: 'freeShipping' } });

test.each<[string, HeldCoupon, CouponBasket, object | undefined]>([
  ['it is usable', held(), basket, undefined],
  ['it is spent', held({ spent: true }), basket, { because: 'spent' }],
  ['its last moment is over', held({ validUntil: now }), basket, { because: 'expired' }],
  ['its first moment is to come', held({ validFrom: now + 1 }), basket, { because: 'notYet', from: now + 1 }],
  ['its first moment is now', held({ validFrom: now }), basket, undefined],
  [
    'nothing in the basket is what it is for',
    held({ scope: forFood }),
    { ...basket, lines: [tea] },
    { because: 'notForGoods' },
  ],
  ['what it is for is worth too little', held({ scope: forTea }), basket, { because: 'belowMinimum', missing: 1_000 }],
  ['one fen is missing', held({ from: fen(7_001) }), basket, { because: 'belowMinimum', missing: 1 }],
  ['its gift is there', held({ benefit: gift(2) }), basket, undefined],
  ['fewer gifts are left than it gives', held({ benefit: gift(3) }), basket, { because: 'giftGone' }],
  ['its gift is off the shelf', held({ benefit: gift(1) }), { ...basket, spare: new Map() }, { because: 'giftGone' }],
  [
    'its gift asks for more goods',
    held({ benefit: gift(3), from: fen(7_001) }),
    basket,
    { because: 'belowMinimum', missing: 1 },
  ],
  ['sending is free anyway', freeShipping, { ...basket, freight: fen(0) }, { because: 'nothingToSave' }],
])('%s', (_case, coupon, goods, expected) => {
  expect(whyNotUsable(coupon, goods, now)).toEqual(expected);
});

test('a percentage counts on what the coupon is for, up to its most, and parts of a fen fall to the shop', () => {
  const percent = (percentOff: number, most: number) => ({ kind: 'percent', percentOff, most: fen(most) }) as const;
  expect(takeOff(held({ benefit: percent(15, 9_999) }), basket)).toEqual({ goodsOff: 1_050, freightOff: 0 });
  expect(takeOff(held({ benefit: percent(15, 500) }), basket)).toEqual({ goodsOff: 500, freightOff: 0 });
  expect(takeOff(held({ benefit: percent(15, 9_999), scope: forTea }), basket)).toEqual({
    goodsOff: 600,
    freightOff: 0,
  });
  const odd = { ...basket, lines: [{ ...tea, worth: fen(333) }], freight: fen(0) };
  expect(takeOff(held({ benefit: percent(10, 9_999) }), odd)).toEqual({ goodsOff: 33, freightOff: 0 });
});

test('an amount takes no more than the goods it is for, and leaves a fen to pay', () => {
  const amount = held({ benefit: { kind: 'amount', off: fen(10_000) }, from: fen(0) });
  expect(takeOff({ ...amount, scope: forTea }, basket)).toEqual({ goodsOff: 4_000, freightOff: 0 });
  expect(takeOff(amount, basket)).toEqual({ goodsOff: 6_999, freightOff: 0 });
});

test('a gift takes nothing off', () => {
  expect(takeOff(held({ benefit: gift(1) }), basket)).toEqual({ goodsOff: 0, freightOff: 0 });
});

test('free shipping takes the freight and nothing of the goods', () => {
  expect(takeOff(freeShipping, basket)).toEqual({ goodsOff: 0, freightOff: 800 });
});

test('the best coupon saves most; of equals the one that expires first', () => {
  const late = held({ validUntil: 9_000 });
  const soon = held({ validUntil: 5_000 });
  const more = held({ benefit: { kind: 'amount', off: fen(1_001) } });
  const tooDear = held({ benefit: { kind: 'amount', off: fen(5_000) }, from: fen(90_000) });
  expect(bestCoupon([late, soon, freeShipping, tooDear], basket, now)).toBe(soon);
  expect(bestCoupon([late, soon, more], basket, now)).toBe(more);
  expect(bestCoupon([tooDear], basket, now)).toBeUndefined();
  const given = held({ benefit: gift(1) });
  expect(bestCoupon([given, late], basket, now)).toBe(late);
  expect(bestCoupon([given, tooDear], basket, now)).toBe(given);
});
