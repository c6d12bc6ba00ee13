import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Cursor, Id, Moment } from '../kernel/schemas';
import { sellerCouponOperations } from './operations/seller';
import { CouponCard, HeldCoupon, NotFound, Validity, WhyNotClaimable } from './shapes';
import { couponStates } from './terms';

export const couponContract = {
  ...sellerCouponOperations,
  /**
   * Coupons of a shop that can be claimed now or soon, those for a product only when one is named; at most 20. To
   * somebody who is signed in it says what is theirs already.
   */
  listClaimable: {
    who: 'anyone',
    input: v.object({ shopId: Id, productId: v.optional(Id) }),
    output: v.object({
      coupons: v.array(
        v.object({
          ...CouponCard.entries,
          templateId: Id,
          validity: Validity,
          claimFrom: Moment,
          claimUntil: Moment,
          perPerson: v.number(),
          /** How many of 100 are left. */
          leftPercent: v.number(),
          /** How many the caller has claimed. */
          mine: v.number(),
          whyNot: v.optional(WhyNotClaimable),
        }),
      ),
    }),
    refusals: {},
  },
  /** Claims one coupon once for each `claimId`: the same id again is the same coupon. */
  claimCoupon: {
    who: 'shopper',
    limit: { times: 20, seconds: 3600, beside: true },
    input: v.object({ templateId: Id, claimId: Id }),
    output: HeldCoupon,
    refusals: { ...NotFound, NOT_CLAIMABLE: v.object({ because: WhyNotClaimable }) },
  },
  /** The caller's coupons, 20 a page: usable ones (also those not valid yet) by when they expire, others the latest first. */
  listMyCoupons: {
    who: 'shopper',
    input: v.object({ state: v.picklist(couponStates), after: v.optional(Cursor) }),
    output: v.object({
      coupons: v.array(v.object({ ...HeldCoupon.entries, orderId: v.optional(Id) })),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
} satisfies Contract;
/** The contract's type, which is all the mini program takes of it. */
export type CouponContract = typeof couponContract;
