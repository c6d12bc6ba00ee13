import * as v from 'valibot';
import { Fen, Id, Moment } from '../kernel/schemas';
import { whyNotClaimable } from './claim';
import { mostGifts } from './terms';

/** Shapes that several operations take or give. */

/** Longer than any word that may stand for it, such as `none`. */
export const CouponId = v.pipe(Id, v.minLength(8));

const OneFenOrMore = v.pipe(
  Fen,
  v.check((amount) => amount > 0),
);
const Percent = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

const moneyOff = [
  v.object({ kind: v.literal('amount'), off: OneFenOrMore }),
  v.object({ kind: v.literal('percent'), percentOff: Percent, most: OneFenOrMore }),
  v.object({ kind: v.literal('freeShipping') }),
] as const;
const Gift = v.object({
  kind: v.literal('gift'),
  skuId: Id,
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostGifts)),
});

export const Benefit = v.variant('kind', [...moneyOff, v.object({ ...Gift.entries, name: v.string() })]);

/** A benefit as its shop writes it. */
export const WrittenBenefit = v.variant('kind', [...moneyOff, Gift]);

const Ids = v.pipe(v.array(Id), v.minLength(1), v.maxLength(50));
export const Scope = v.variant('kind', [
  v.object({ kind: v.literal('everything') }),
  v.object({ kind: v.literal('categories'), categoryIds: Ids }),
  v.object({ kind: v.literal('products'), productIds: Ids }),
]);

export const Validity = v.variant('kind', [
  v.pipe(
    v.object({ kind: v.literal('window'), from: Moment, until: Moment }),
    v.forward(
      v.check(({ from, until }) => from < until),
      ['until'],
    ),
  ),
  v.object({ kind: v.literal('days'), days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)) }),
]);

/** What a person reads of a coupon. `scopeText` names what it is for: `全店通用`, `限「陈醋佳酿」`. */
export const CouponCard = v.object({
  name: v.string(),
  benefit: Benefit,
  from: Fen,
  scopeText: v.string(),
});

/** A coupon that somebody has. */
export const HeldCoupon = v.object({
  ...CouponCard.entries,
  couponId: CouponId,
  shopId: Id,
  shopName: v.string(),
  validFrom: Moment,
  validUntil: Moment,
});
export type HeldCoupon = v.InferOutput<typeof HeldCoupon>;

export const WhyNotUsable = v.variant('because', [
  v.object({ because: v.picklist(['notFound', 'spent', 'expired', 'notForGoods', 'nothingToSave', 'giftGone']) }),
  v.object({ because: v.literal('notYet'), from: Moment }),
  v.object({ because: v.literal('belowMinimum'), missing: Fen }),
]);

export const NotFound = { NOT_FOUND: v.object({ what: v.picklist(['template']) }) };

export const WhyNotClaimable = v.picklist(whyNotClaimable);
