import type { Fen } from '../kernel/money';

/** What a coupon gives: an amount, a part of the goods up to an amount, or the freight. */
export type Benefit =
  | { kind: 'amount'; off: Fen }
  /** `percentOff` is 1 to 99, whole: 15 is what a shopper calls 85 折. */
  | { kind: 'percent'; percentOff: number; most: Fen }
  | { kind: 'freeShipping' };

/** The goods a coupon is for. */
export type Scope =
  | { kind: 'everything' }
  | { kind: 'categories'; categoryIds: string[] }
  | { kind: 'products'; productIds: string[] };

/** What a coupon promises, and to what: copied from its template when somebody gets it, and never changed after. */
export interface CouponTerms {
  benefit: Benefit;
  /** It counts from this worth of the goods it is for on, after the shop's own promotion. 0 for any. */
  from: Fen;
  scope: Scope;
}

/** A coupon that somebody has. Moments are ms since 1970; it is valid up to `validUntil` and not at it. */
export interface HeldCoupon extends CouponTerms {
  validFrom: number;
  validUntil: number;
  spent: boolean;
}

/** Where a coupon that somebody has can stand. */
export const couponStates = ['usable', 'spent', 'expired'] as const;
export type CouponState = (typeof couponStates)[number];

/** A line of a basket as coupons see it. */
export interface CouponLine {
  productId: string;
  categoryId: string;
  /** What it costs after the shop's own promotion. */
  worth: Fen;
}

/** What one shop's part of a checkout holds for a coupon to count on. */
export interface CouponBasket {
  lines: readonly CouponLine[];
  /** What sending costs; 0 when it is free anyway. */
  freight: Fen;
}
