import { type Fen, fen } from '../kernel/money';
import { isFor, takeOff, worthFor } from './takeOff';
import type { CouponBasket, Gift, HeldCoupon } from './terms';

/**
 * Why a coupon does not count. `notFound`: there is none such of this person and shop. `nothingToSave`: it would take
 * nothing off, as free shipping does where sending costs nothing. `giftGone`: its gift is sold out or off the shelf; the
 * shopper keeps the coupon, and may order without it.
 */
export type WhyNotUsable =
  | { because: 'notFound' | 'spent' | 'expired' | 'notForGoods' | 'nothingToSave' | 'giftGone' }
  | { because: 'notYet'; from: number }
  | { because: 'belowMinimum'; missing: Fen };

/** Why a coupon does not count for a basket at `now`; `undefined` when it does. One rule on both sides. */
export function whyNotUsable(coupon: HeldCoupon, basket: CouponBasket, now: number): WhyNotUsable | undefined {
  if (coupon.spent) return { because: 'spent' };
  if (now >= coupon.validUntil) return { because: 'expired' };
  if (now < coupon.validFrom) return { because: 'notYet', from: coupon.validFrom };
  if (!basket.lines.some((line) => isFor(coupon.scope, line))) return { because: 'notForGoods' };
  const worth = worthFor(coupon.scope, basket.lines);
  if (worth < coupon.from) return { because: 'belowMinimum', missing: fen(coupon.from - worth) };
  if (coupon.benefit.kind === 'gift') return hasGift(coupon.benefit, basket) ? undefined : { because: 'giftGone' };
  return savedBy(coupon, basket) === 0 ? { because: 'nothingToSave' } : undefined;
}

/**
 * The usable coupon that saves most money, so a gift only where none saves any; of equals the one that expires first,
 * then the first. `undefined` when none counts.
 */
export function bestCoupon<Coupon extends HeldCoupon>(
  coupons: readonly Coupon[],
  basket: CouponBasket,
  now: number,
): Coupon | undefined {
  return coupons
    .filter((coupon) => !whyNotUsable(coupon, basket, now))
    .map((coupon) => ({ coupon, saved: savedBy(coupon, basket) }))
    .sort((a, b) => b.saved - a.saved || a.coupon.validUntil - b.coupon.validUntil)[0]?.coupon;
}

const hasGift = ({ skuId, quantity }: Gift, { spare }: CouponBasket): boolean => (spare.get(skuId) ?? 0) >= quantity;

const savedBy = (coupon: HeldCoupon, basket: CouponBasket): number => {
  const { goodsOff, freightOff } = takeOff(coupon, basket);
  return goodsOff + freightOff;
};
