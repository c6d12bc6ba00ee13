import { accept, type Reply, refuse } from '../../shared/kernel/operation';
import type { Context } from '../_runtime/context';
import {
  type CouponRecord,
  giveCoupon,
  isOver,
  readCoupons,
  readShopTemplate,
  type TemplateRecord,
} from '../coupon/public';
import { keyedId } from './fanKeys';
import { claimerOf, noteGiven, takeWelcome, type WelcomeRecord } from './welcomes';

/** What a call needs to give a coupon. */
export type GivingContext = Pick<Context, 'now' | 'newId'>;

/**
 * Gives a welcome's coupon to a shopper. Two ids keep it to one for life: the welcome's, which only the first shopper
 * takes, and the coupon's, made from shop and shopper, so that no second account or forwarded message brings another.
 */
export async function giveWelcome(
  { _id, shopId, templateId, claimedBy }: WelcomeRecord,
  openId: string,
  context: GivingContext,
): Promise<Reply<CouponRecord, { code: 'NOT_YOURS' | 'GONE' }>> {
  const couponId = welcomeCouponIdOf(shopId, openId);
  const [[known], template] = await Promise.all([readCoupons([couponId]), readShopTemplate(templateId, shopId)]);
  // Who has theirs leaves the welcome of whoever forwarded it alone.
  if (known && claimedBy !== claimerOf(_id, openId)) return accept(known);
  if (!(await takeWelcome(_id, openId))) return refuse({ code: 'NOT_YOURS' });

  const coupon =
    known ?? (template && !isOver(template, context.now) && (await give(template, couponId, openId, context)));
  if (!coupon) return refuse({ code: 'GONE' });
  await noteGiven(_id);
  return accept(coupon);
}

/** `undefined` when none is left. */
async function give(
  template: TemplateRecord,
  couponId: string,
  openId: string,
  { now, newId }: GivingContext,
): Promise<CouponRecord | undefined> {
  const given = await giveCoupon(template, {
    ...{ couponId, openId, how: 'granted', by: 'officialAccount', givingId: couponId, key: newId(), at: now },
  });
  return given.outcome === 'noneLeft' ? undefined : given.coupon;
}

/** The one welcome coupon of a shopper in a shop. */
const welcomeCouponIdOf = (shopId: string, openId: string): string =>
  keyedId('welcomeCoupon', shopId, openId).slice(0, 32);
