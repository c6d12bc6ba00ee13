import { type Fen, fen } from '@shared/kernel/money';
import type { CaseStatus } from '@shared/order/afterSale';
import { allPiecesLeft, mostRefund, piecesLeft, type RefundableOrder } from './refundable';

const line = (skuId: string, price: number, quantity: number, paid: number): RefundableOrder['lines'][number] => ({
  ...{ skuId, productId: `p-${skuId}`, name: skuId, choice: [], picture: 'cloud://x/y' },
  ...{ price: fen(price), quantity, paid: fen(paid) },
});
const priceOf = (goods: number, discount: number, freight: number, freightOff = 0): RefundableOrder['price'] => ({
  ...{ goods: fen(goods), followerOff: fen(0), discount: fen(discount), couponOff: fen(0) },
  ...{ freight: fen(freight), freightOff: fen(freightOff), toPay: fen(goods - discount + freight - freightOff) },
});
const held = (status: CaseStatus, skuId: string, quantity: number, amount: Fen): RefundableOrder['cases'][number] => ({
  ...{ caseId: `case-${status}`, kind: 'refundOnly', status, lines: [{ skuId, quantity, amount }], amount },
  ...{ reason: 'damaged', text: '', pictures: [], by: 'shopper', askedAt: 0 },
});

/** Three cakes of 10.00 and one vinegar of 70.00, 10.00 off, 8.00 freight. */
const order: RefundableOrder = {
  lines: [line('cake', 1000, 3, 2_700), line('vinegar', 7000, 1, 6_300)],
  price: priceOf(10_000, 1_000, 800),
  cases: [],
};

test('a piece gets its share of what was paid, without the discount', () => {
  expect(mostRefund(order, [{ skuId: 'cake', quantity: 1 }])).toBe(900);
  expect(mostRefund(order, [{ skuId: 'vinegar', quantity: 1 }])).toBe(6_300);
  expect(mostRefund(order, [])).toBe(0);
});

test('the freight comes back with the last piece, unless something was sent', () => {
  expect(mostRefund(order, allPiecesLeft(order))).toBe(9_800);
  expect(mostRefund({ ...order, price: priceOf(10_000, 1_000, 800, 800) }, allPiecesLeft(order))).toBe(9_000);
  expect(mostRefund({ ...order, shippedAt: 1 }, allPiecesLeft(order))).toBe(9_000);

  const most = { ...order, cases: [held('refunded', 'cake', 3, fen(2_700))] };
  expect(mostRefund(most, [{ skuId: 'vinegar', quantity: 1 }])).toBe(7_100);
});

test('living cases hold their pieces; what was declined or withdrawn is free again', () => {
  expect(piecesLeft({ ...order, cases: [held('requested', 'cake', 2, fen(1_800))] }, 'cake')).toBe(1);
  expect(piecesLeft({ ...order, cases: [held('declined', 'cake', 2, fen(1_800))] }, 'cake')).toBe(3);
  const all = { ...order, cases: [held('refunding', 'cake', 3, fen(2_700))] };
  expect(allPiecesLeft(all)).toEqual([{ skuId: 'vinegar', quantity: 1 }]);
});

test('a gift goes along with the last piece that was bought, and costs nothing', () => {
  const gift = { ...line('tea', 4500, 1, 0), gifts: 1 };
  const given = { ...order, lines: [...order.lines, gift] };
  const bought = [
    { skuId: 'cake', quantity: 3 },
    { skuId: 'vinegar', quantity: 1 },
  ];
  expect(mostRefund(given, bought)).toBe(9_800);
  expect(mostRefund(given, [...bought, { skuId: 'tea', quantity: 1 }])).toBe(9_800);
  expect(mostRefund(given, [{ skuId: 'tea', quantity: 1 }])).toBe(0);
});

test('who takes the last pieces takes the rest, to the fen', () => {
  const odd: RefundableOrder = {
    lines: [line('date', 100, 3, 200)],
    price: priceOf(300, 100, 0),
    cases: [held('refunded', 'date', 2, fen(133))],
  };
  expect(mostRefund(odd, [{ skuId: 'date', quantity: 1 }])).toBe(67);
});
