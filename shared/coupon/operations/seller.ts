import * as v from 'valibot';
import { SaysTooMuch } from '../../fan/shapes';
import type { Contract } from '../../kernel/operation';
import { Cursor, Fen, Id, Moment, Text } from '../../kernel/schemas';
import { CouponCard, CouponId, NotFound, Scope, Validity, WhyNotClaimable, WrittenBenefit } from '../shapes';

const Count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** What a shop decides about its coupons. `budget` is how many there are in all. */
const Template = {
  name: Text(20),
  benefit: WrittenBenefit,
  from: Fen,
  scope: Scope,
  claimFrom: Moment,
  claimUntil: Moment,
  validity: Validity,
  perPerson: Count(10),
  budget: Count(1_000_000),
};

/** A shop's own coupons. What somebody has already keeps the terms it was given with, whatever changes here. */
export const sellerCouponOperations = {
  /** Writes a template under the client's id: the same id again edits it. */
  saveCouponTemplate: {
    who: 'manager',
    audit: ['templateId', 'benefit', 'budget'],
    input: v.pipe(
      v.object({ shopId: Id, templateId: Id, ...Template }),
      v.forward(
        v.check(({ claimFrom, claimUntil }) => claimFrom < claimUntil),
        ['claimUntil'],
      ),
    ),
    output: v.object({ templateId: Id }),
    refusals: {
      NOT_FOUND: v.object({ what: v.picklist(['shop', 'template', 'category', 'product', 'gift']) }),
      /** So many are given already. */
      BUDGET_TOO_SMALL: v.object({ given: v.number() }),
      ...SaysTooMuch,
    },
  },
  /** Stops or resumes claiming. What somebody has stays good. */
  pauseCouponTemplate: {
    who: 'manager',
    audit: ['templateId', 'paused'],
    input: v.object({ shopId: Id, templateId: Id, paused: v.boolean() }),
    output: v.object({ templateId: Id, paused: v.boolean() }),
    refusals: NotFound,
  },
  /** A shop's templates, the latest first, 20 a page, with how many were given and spent. */
  listCouponTemplates: {
    who: 'staff',
    input: v.object({ shopId: Id, after: v.optional(Cursor) }),
    output: v.object({
      templates: v.array(
        v.object({
          ...Template,
          ...CouponCard.entries,
          templateId: Id,
          paused: v.boolean(),
          given: v.number(),
          spent: v.number(),
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /**
   * Gives a coupon to whoever placed an order of the shop, off the same budget, once for each `grantId`; also while
   * claiming is paused, and beyond what one person may claim.
   */
  grantCoupon: {
    who: 'manager',
    audit: ['templateId', 'orderId'],
    input: v.object({ shopId: Id, templateId: Id, orderId: Id, grantId: Id }),
    output: v.object({ couponId: CouponId, validUntil: Moment }),
    refusals: {
      NOT_FOUND: v.object({ what: v.picklist(['template', 'order']) }),
      NOT_CLAIMABLE: v.object({ because: WhyNotClaimable }),
    },
  },
} satisfies Contract;
