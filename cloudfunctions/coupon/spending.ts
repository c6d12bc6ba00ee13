import { _ } from '../_runtime/database';
import { type CouponRecord, coupons } from './coupons';

// How a coupon is spent without a transaction, as stock is taken (ADR 0002, 0008). The update that spends it says for
// which try of which order, and that nobody knows yet whether that order stands (`unsettledAt`). Whoever placed the
// order drops that mark; whoever died leaves it, and `timers` look whether the order stands.

/** One try at spending a coupon; `key` is the try's, the same as that of its stock. */
export interface Spending {
  couponId: string;
  orderId: string;
  key: string;
  at: number;
}

/**
 * Spends a coupon that nobody has spent, and answers whether that was this try. Whose it is and how long it is valid
 * never change, so whoever read it has checked that already.
 */
export async function spendCoupon({ couponId, ...spentFor }: Spending): Promise<boolean> {
  const { updated } = await coupons()
    .where({ _id: couponId, spent: false })
    .update({ spent: true, spentFor: _.set(spentFor), unsettledAt: spentFor.at });
  return updated === 1;
}

/** The order stands: its coupon needs no settling any more. */
export const keepCoupon = ({ couponId, key }: Pick<Spending, 'couponId' | 'key'>) =>
  spentBy(couponId, key).update({ unsettledAt: _.remove() });

/** The order does not stand (any more): its coupon is free again, if it is this try that spent it. Safe twice. */
export const giveBackCoupon = ({ couponId, key }: Pick<Spending, 'couponId' | 'key'>) =>
  spentBy(couponId, key).update({ spent: false, spentFor: _.remove(), unsettledAt: _.remove() });

/** Coupons that were spent before `at` and are not settled; at most 100. */
export async function readUnsettledCoupons(at: number): Promise<CouponRecord[]> {
  const { data } = await coupons()
    .where({ unsettledAt: _.lt(at) })
    .limit(100)
    .get();
  return data as CouponRecord[];
}

const spentBy = (couponId: string, key: string) => coupons().where({ _id: couponId, 'spentFor.key': key });
