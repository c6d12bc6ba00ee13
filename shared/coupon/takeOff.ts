import { type Fen, fen, shareFen, sumFen } from '../kernel/money';
import type { CouponBasket, CouponLine, CouponTerms, Scope } from './terms';

/** What a coupon takes off the goods, and off the freight. */
export interface TakenOff {
  goodsOff: Fen;
  freightOff: Fen;
}

/**
 * What a coupon that is usable (`whyNotUsable`) takes off this basket. Parts of a fen fall to the shop. At least one
 * fen of the goods is left, for WeChat Pay takes no payment of nothing. A gift takes nothing off: it comes along.
 */
export function takeOff({ benefit, scope }: CouponTerms, { lines, freight }: CouponBasket): TakenOff {
  if (benefit.kind === 'freeShipping') return { goodsOff: fen(0), freightOff: freight };
  if (benefit.kind === 'gift') return { goodsOff: fen(0), freightOff: fen(0) };
  const worth = worthFor(scope, lines);
  const all = sumFen(...lines.map((line) => line.worth));
  const wanted =
    benefit.kind === 'amount' ? benefit.off : Math.min(benefit.most, Math.floor((worth * benefit.percentOff) / 100));
  return { goodsOff: fen(Math.max(0, Math.min(wanted, worth, all - 1))), freightOff: fen(0) };
}

/** Shares what a coupon took off the goods over the lines it is for, by their worth, to the fen. */
export const shareTakenOff = (scope: Scope, lines: readonly CouponLine[], goodsOff: Fen): Fen[] =>
  shareFen(
    goodsOff,
    lines.map((line) => (isFor(scope, line) ? line.worth : 0)),
  );

/** The worth of the goods that a coupon is for. */
export const worthFor = (scope: Scope, lines: readonly CouponLine[]): Fen =>
  sumFen(...lines.filter((line) => isFor(scope, line)).map(({ worth }) => worth));

/** Whether a coupon of this scope is for a product. */
export function isFor(scope: Scope, { productId, categoryId }: Omit<CouponLine, 'worth'>): boolean {
  switch (scope.kind) {
    case 'everything':
      return true;
    case 'categories':
      return scope.categoryIds.includes(categoryId);
    case 'products':
      return scope.productIds.includes(productId);
    default:
      return scope satisfies never;
  }
}
