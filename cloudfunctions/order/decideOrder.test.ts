import { fen } from '../../shared/kernel/money';
import type { CouponRecord } from '../coupon/public';
import type { SkuRecord } from '../shop/public';
import { type Basket, decideOrder } from './decideOrder';

const sku = (change: Partial<SkuRecord> = {}): SkuRecord => ({
  _id: 'tea-0001',
  shopId: 'shop-1',
  productId: 'tea',
  categoryId: 'drinks',
  productName: '苦荞茶',
  choice: ['500 g'],
  picture: 'cloud://x/tea.webp',
  price: fen(4500),
  grams: 500,
  onShelf: true,
  offerVersion: 1,
  initialStock: 3,
  stock: 3,
  lowAt: 1,
  aboveLow: 2,
  pending: {},
  pendingCount: 0,
  ...change,
});
const basket = (change: Partial<Basket> = {}): Basket => ({
  shopId: 'shop-1',
  lines: [{ skuId: 'tea-0001', quantity: 2 }],
  skus: [sku()],
  terms: {
    freight: {
      rules: [{ regions: [], firstGrams: 1_000, firstFee: fen(800), nextGrams: 1_000, nextFee: fen(200) }],
      unreachable: ['西藏自治区'],
    },
    location: [112.5, 37.8],
    pickup: false,
  },
  way: 'express',
  destination: { province: '山西省' },
  coupon: 'none',
  asFollower: false,
  now: 1_000,
  seenTotal: fen(9800),
  ...change,
});

test('a follower pays the SKU’s follower price, others the normal one; one that is not lower counts for nobody', () => {
  const skus = [sku({ followerPrice: fen(4000) })];
  expect(decideOrder(basket({ skus }))).toMatchObject({ ok: true, value: { price: { followerOff: 0 } } });
  expect(decideOrder(basket({ skus, asFollower: true }))).toMatchObject({
    ok: false,
    refusal: { code: 'PRICE_CHANGED', toPay: 8800 },
  });
  expect(decideOrder(basket({ skus, asFollower: true, seenTotal: fen(8800) }))).toMatchObject({
    ok: true,
    value: { price: { goods: 9000, followerOff: 1000 }, lines: [{ price: 4500, followerPrice: 4000, paid: 8000 }] },
  });
  const notLower = [sku({ followerPrice: fen(4500) })];
  expect(decideOrder(basket({ skus: notLower, asFollower: true }))).toMatchObject({ ok: true });
});

test('accepts with our own prices', () => {
  expect(decideOrder(basket())).toMatchObject({
    ok: true,
    value: {
      lines: [{ skuId: 'tea-0001', price: 4500, quantity: 2, paid: 9000 }],
      price: { goods: 9000, discount: 0, freight: 800, toPay: 9800 },
    },
  });
});

test('refuses more than there is, and says how much there is', () => {
  const refusal = { code: 'OUT_OF_STOCK', skuId: 'tea-0001', left: 1 };
  expect(decideOrder(basket({ skus: [sku({ stock: 1 })] }))).toEqual({ ok: false, refusal });
});

test('refuses a total that differs from what was seen, by a single fen', () => {
  expect(decideOrder(basket({ seenTotal: fen(9799) }))).toEqual({
    ok: false,
    refusal: { code: 'PRICE_CHANGED', shopId: 'shop-1', toPay: 9800 },
  });
});

test.each([
  ['that is not there', { skus: [] }],
  ['that left the shelf', { skus: [sku({ onShelf: false })] }],
  ['of another shop', { skus: [sku({ shopId: 'shop-2' })] }],
])('refuses a SKU %s', (_case, change) => {
  expect(decideOrder(basket(change))).toEqual({ ok: false, refusal: { code: 'NOT_FOUND', what: 'sku' } });
});

test('refuses to send where the shop does not send, and says why', () => {
  const far = basket({ destination: { province: '西藏自治区' } });
  const refusal = { code: 'NOT_DELIVERABLE', shopId: 'shop-1', obstacle: 'unreachable' };
  expect(decideOrder(far)).toEqual({ ok: false, refusal });
});

const coupon = (change: Partial<CouponRecord> = {}): CouponRecord => ({
  ...{ _id: 'welcome-ann-1', templateId: 'welcome', shopId: 'shop-1', shopName: '店', openId: 'ann' },
  ...{ name: '见面礼', scopeText: '全店通用' },
  ...{ benefit: { kind: 'amount', off: fen(1_000) }, from: fen(5_000), scope: { kind: 'everything' } },
  ...{ validFrom: 0, validUntil: 2_000, spent: false },
  ...{ how: 'claimed', by: 'ann', givingId: 'claim', givenAt: 0, attemptKey: 'try' },
  ...change,
});

test('a coupon makes the price and what each line has paid', () => {
  expect(decideOrder(basket({ coupon: coupon(), seenTotal: fen(8800) }))).toMatchObject({
    ok: true,
    value: {
      lines: [{ paid: 8000 }],
      price: { goods: 9000, couponOff: 1000, freight: 800, freightOff: 0, toPay: 8800 },
    },
  });
  const freeShipping = coupon({ benefit: { kind: 'freeShipping' } });
  expect(decideOrder(basket({ coupon: freeShipping, seenTotal: fen(9000) }))).toMatchObject({
    ok: true,
    value: { lines: [{ paid: 9000 }], price: { couponOff: 0, freight: 800, freightOff: 800, toPay: 9000 } },
  });
});

const giving = (skuId: string, quantity: number) =>
  coupon({ benefit: { kind: 'gift', skuId, quantity, name: '赠品' }, from: fen(0) });
const cake = sku({ _id: 'cake-0001', productId: 'cake', productName: '太谷饼', price: fen(1990), stock: 1 });

test('a gift is a line that nothing was paid for, or more pieces of a line that buys the same', () => {
  const skus = [sku(), cake];
  expect(decideOrder(basket({ skus, coupon: giving('cake-0001', 1) }))).toMatchObject({
    ok: true,
    value: {
      lines: [
        { skuId: 'tea-0001', quantity: 2, paid: 9000 },
        { skuId: 'cake-0001', quantity: 1, gifts: 1, price: 1990, paid: 0 },
      ],
      price: { goods: 9000, couponOff: 0, toPay: 9800 },
    },
  });
  expect(decideOrder(basket({ skus, coupon: giving('tea-0001', 1) }))).toMatchObject({
    ok: true,
    value: { lines: [{ skuId: 'tea-0001', quantity: 3, gifts: 1, paid: 9000 }], price: { goods: 9000, toPay: 9800 } },
  });
});

test.each([
  ['that is sold out', giving('cake-0001', 2), {}],
  ['of which the basket itself takes the last', giving('tea-0001', 2), {}],
  ['that is off the shelf', giving('cake-0001', 1), { onShelf: false }],
  ['of another shop', giving('cake-0001', 1), { shopId: 'shop-2' }],
  ['that is there no more', giving('gone-0001', 1), {}],
])('refuses a gift %s rather than to leave it out', (_case, wanted, change) => {
  const skus = [sku(), { ...cake, ...change }];
  expect(decideOrder(basket({ skus, coupon: wanted }))).toEqual({
    ok: false,
    refusal: { code: 'COUPON_NOT_USABLE', shopId: 'shop-1', whyNot: { because: 'giftGone' } },
  });
});

test.each<[string, Basket['coupon'], object]>([
  ['that is not there', 'notFound', { because: 'notFound' }],
  ['of another shop', coupon({ shopId: 'shop-2' }), { because: 'notFound' }],
  ['that is spent', coupon({ spent: true }), { because: 'spent' }],
  ['that expired', coupon({ validUntil: 1_000 }), { because: 'expired' }],
  ['that asks for more goods', coupon({ from: fen(9_001) }), { because: 'belowMinimum', missing: 1 }],
])('refuses a coupon %s rather than to charge the price without it', (_case, wanted, whyNot) => {
  const refusal = { code: 'COUPON_NOT_USABLE', shopId: 'shop-1', whyNot };
  expect(decideOrder(basket({ coupon: wanted }))).toEqual({ ok: false, refusal });
});
