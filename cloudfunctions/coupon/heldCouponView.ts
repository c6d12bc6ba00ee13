import type { HeldCoupon } from '../../shared/coupon/shapes';
import type { CouponRecord } from './coupons';

/** A coupon as the one who has it reads it. */
export const heldCouponView = (coupon: CouponRecord): HeldCoupon => {
  const { _id, shopId, shopName, name, benefit, from, scopeText, validFrom, validUntil } = coupon;
  return { couponId: _id, shopId, shopName, name, benefit, from, scopeText, validFrom, validUntil };
};
