import { validOf } from '../../shared/coupon/claim';
import { _ } from '../_runtime/database';
import { type CouponRecord, insertCoupon, readCoupons } from './coupons';
import { type PendingCoupon, type TemplateRecord, templates } from './couponTemplates';

// How a budget is counted exactly without a transaction, as stock is (ADR 0002, 0008): one conditional update counts
// one coupon off and notes which, both or neither. Then the coupon is inserted, whose id says for whom and which number,
// and the note is dropped. Whatever dies in between leaves the note, from which `timers` finish the job.

/** One try at giving a coupon; `key` is new for each try. `at` is ms since 1970. */
export interface Giving {
  couponId: string;
  openId: string;
  how: CouponRecord['how'];
  by: string;
  givingId: string;
  key: string;
  at: number;
}

/** What became of it: given; the id was given before (by whatever giving that coupon names); or none is left. */
export type Given = { outcome: 'given' | 'known'; coupon: CouponRecord } | { outcome: 'noneLeft' };

/** Gives a coupon of this template, if one is left, once for each `couponId`. */
export async function giveCoupon(template: TemplateRecord, giving: Giving): Promise<Given> {
  const { key, couponId } = giving;
  if (!(await countOff(template._id, giving))) {
    // Not counted, or by the first of two sendings: the next try counts under a key of its own.
    await countBack(template._id, key);
    return { outcome: 'noneLeft' };
  }
  const coupon = newCoupon(template, giving);
  const standing = (await insertCoupon(coupon)) === 'exists' ? (await readCoupons([couponId]))[0] : coupon;
  if (!standing) throw new Error(`coupon ${couponId} was there and is not`);
  if (standing.attemptKey !== key) {
    await countBack(template._id, key);
    return { outcome: 'known', coupon: standing };
  }
  await dropNote(template._id, key);
  return { outcome: 'given', coupon: standing };
}

/** Finishes a note whose writer is surely gone: the coupon stands if it was that try that inserted it. Safe twice. */
export async function settleGiving(templateId: string, key: string, standing: CouponRecord | undefined): Promise<void> {
  await (standing?.attemptKey === key ? dropNote(templateId, key) : countBack(templateId, key));
}

const newCoupon = (
  template: TemplateRecord,
  { couponId, openId, how, by, givingId, key, at }: Giving,
): CouponRecord => ({
  _id: couponId,
  templateId: template._id,
  ...{ shopId: template.shopId, shopName: template.shopName, openId },
  ...{ name: template.name, scopeText: template.scopeText },
  ...{ benefit: template.benefit, from: template.from, scope: template.scope },
  ...validOf(template.validity, at),
  ...{ how, by, givingId, givenAt: at, attemptKey: key, spent: false },
});

async function countOff(templateId: string, { key, couponId, givingId, openId, at }: Giving): Promise<boolean> {
  const note: PendingCoupon = { couponId, givingId, openId, at };
  const { updated } = await templates()
    .where({ _id: templateId, left: _.gte(1), [`pending.${key}`]: _.exists(false) })
    .update({ left: _.inc(-1), pendingCount: _.inc(1), [`pending.${key}`]: _.set(note) });
  return updated === 1;
}

const noted = (templateId: string, key: string) =>
  templates().where({ _id: templateId, [`pending.${key}`]: _.exists(true) });

const dropNote = (templateId: string, key: string) =>
  noted(templateId, key).update({ pendingCount: _.inc(-1), [`pending.${key}`]: _.remove() });

const countBack = (templateId: string, key: string) =>
  noted(templateId, key).update({ left: _.inc(1), pendingCount: _.inc(-1), [`pending.${key}`]: _.remove() });
