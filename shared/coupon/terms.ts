import type { Fen } from '../kernel/money';

/** What a coupon gives: an amount, a part of the goods up to an amount, the freight, or a gift. */
export type Benefit = MoneyOff | Gift;

/** A benefit as its shop writes it: what a gift is called follows from its SKU. */
export type WrittenBenefit = MoneyOff | Omit<Gift, 'name'>;

type MoneyOff =
  | { kind: 'amount'; off: Fen }
  /** `percentOff` is 1 to 99, whole: 15 is what a shopper calls 85 折. */
  | { kind: 'percent'; percentOff: number; most: Fen }
  | { kind: 'freeShipping' };

/** A coupon gives at most so many pieces. */
export const mostGifts = 9;

/** Pieces of one of the shop's SKUs that come with the order and cost nothing. */
export interface Gift {
  kind: 'gift';
  skuId: string;
  quantity: number;
  /** What it was called when the coupon was written. */
  name: string;
}

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
  /** Pieces left for a gift, by SKU: on the shelf, and not in the basket itself. Of a SKU that is missing there is none. */
  spare: ReadonlyMap<string, number>;
}
