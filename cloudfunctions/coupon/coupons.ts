import type { CouponState, CouponTerms } from '../../shared/coupon/terms';
import { _, db, insert, readMany } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** A coupon that somebody has, with its template's terms as they were then. Moments are ms since 1970. */
export interface CouponRecord extends CouponTerms {
  _id: string;
  templateId: string;
  shopId: string;
  shopName: string;
  openId: string;
  name: string;
  scopeText: string;
  validFrom: number;
  validUntil: number;
  how: 'claimed' | 'granted';
  /** openid of who gave it; the holder's own when it was claimed. */
  by: string;
  /** The client's id of the claim or the grant: the same again is the same coupon. */
  givingId: string;
  givenAt: number;
  /** Key of the try that counted it off its template's budget (`giveCoupon.ts`). */
  attemptKey: string;
  spent: boolean;
  /** The order it is spent for, and the key of the try that placed it (`spending.ts`). */
  spentFor?: { orderId: string; key: string; at: number };
  /** Since when it is spent without anybody knowing that the order stands. */
  unsettledAt?: number;
}

const collection = 'coupons';

export const coupons = () => db.collection(collection);

export const insertCoupon = (coupon: CouponRecord): Promise<'inserted' | 'exists'> => insert(collection, coupon);

export const readCoupons = (couponIds: readonly string[]): Promise<CouponRecord[]> =>
  readMany<CouponRecord>(collection, couponIds);

/** What a person has of a template, the earliest first; at most 100. */
export async function readCouponsOf(templateId: string, openId: string): Promise<CouponRecord[]> {
  const { data } = await coupons().where({ templateId, openId }).orderBy('givenAt', 'asc').limit(100).get();
  return data as CouponRecord[];
}

/** A person's coupons in one state, at most `limit` beyond `place`: usable ones by when they expire, others latest first. */
export async function listCoupons(
  openId: string,
  state: CouponState,
  now: number,
  place: Place | undefined,
  limit: number,
): Promise<CouponRecord[]> {
  const direction = state === 'usable' ? 'asc' : 'desc';
  const wanted = {
    usable: { spent: false, validUntil: _.gt(now) },
    spent: { spent: true },
    expired: { spent: false, validUntil: _.lte(now) },
  }[state];
  const { data } = await coupons()
    .where(_.and([{ openId, ...wanted }, beyond('validUntil', direction, place)]))
    .orderBy('validUntil', direction)
    .orderBy('_id', direction)
    .limit(limit)
    .get();
  return data as CouponRecord[];
}

/** How many coupons of each of these templates are spent; a template without any is missing. */
export async function countSpent(templateIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { data } = await coupons()
    .aggregate()
    .match({ templateId: _.in([...templateIds]), spent: true })
    .group({ _id: '$templateId', spent: db.command.aggregate.sum(1) })
    .end();
  return new Map((data as { _id: string; spent: number }[]).map(({ _id, spent }) => [_id, spent]));
}

/** How many coupons of each template of a shop a person has claimed; a template without any is missing. */
export async function countClaimed(openId: string, shopId: string): Promise<ReadonlyMap<string, number>> {
  const { data } = await coupons()
    .aggregate()
    .match({ openId, shopId, how: 'claimed' })
    .group({ _id: '$templateId', claimed: db.command.aggregate.sum(1) })
    .end();
  return new Map((data as { _id: string; claimed: number }[]).map(({ _id, claimed }) => [_id, claimed]));
}

/** A person's unspent coupons of these shops, those that expire first at the front; at most 50. */
export async function readUnspent(openId: string, shopIds: readonly string[], now: number): Promise<CouponRecord[]> {
  const { data } = await coupons()
    .where({ openId, spent: false, validUntil: _.gt(now), shopId: _.in([...shopIds]) })
    .orderBy('validUntil', 'asc')
    .limit(50)
    .get();
  return data as CouponRecord[];
}
