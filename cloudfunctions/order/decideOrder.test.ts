import { fen } from '../../shared/kernel/money';
import type { SkuRecord } from '../shop/public';
import { type Basket, decideOrder } from './decideOrder';

const sku = (change: Partial<SkuRecord> = {}): SkuRecord => ({
  _id: 'tea-0001',
  shopId: 'shop-1',
  productId: 'tea',
  productName: '苦荞茶',
  choice: ['500 g'],
  picture: 'cloud://x/tea.webp',
  price: fen(4500),
  grams: 500,
  onShelf: true,
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
  seenTotal: fen(9800),
  ...change,
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
