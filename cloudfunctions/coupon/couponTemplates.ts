import type { Claimable } from '../../shared/coupon/claim';
import type { CouponTerms } from '../../shared/coupon/terms';
import { _, db, insert, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** Coupons of a shop that are alike. `budget` is how many there are in all, `left` how many nobody has. */
export interface TemplateRecord extends CouponTerms, Claimable {
  _id: string;
  shopId: string;
  shopName: string;
  name: string;
  scopeText: string;
  budget: number;
  createdAt: number;
  savedAt: number;
  savedBy: string;
  /** Coupons counted off `left` and not yet known to stand in `coupons`; see `giveCoupon.ts`. */
  pending: Record<string, PendingCoupon>;
  pendingCount: number;
}

/** A note of a coupon that the budget has counted and `coupons` may not have yet. */
export interface PendingCoupon {
  couponId: string;
  givingId: string;
  openId: string;
  at: number;
}

const collection = 'couponTemplates';

export const templates = () => db.collection(collection);

export const readTemplate = (templateId: string): Promise<TemplateRecord | undefined> =>
  readOne<TemplateRecord>(collection, templateId);

/** Reads a template if it is this shop's; another shop's is not there. */
export async function readShopTemplate(templateId: string, shopId: string): Promise<TemplateRecord | undefined> {
  const template = await readTemplate(templateId);
  return template?.shopId === shopId ? template : undefined;
}

export const insertTemplate = (template: TemplateRecord): Promise<'inserted' | 'exists'> =>
  insert(collection, template);

/** Whether coupons of a template would have expired when they are given. */
export const isOver = ({ validity }: TemplateRecord, now: number): boolean =>
  validity.kind === 'window' && validity.until <= now;

/** What a seller may change of a template. */
export type TemplateChange = Omit<
  TemplateRecord,
  '_id' | 'shopId' | 'paused' | 'left' | 'createdAt' | 'pending' | 'pendingCount'
>;

/**
 * Writes a change over `before`; its budget moves by the difference, so coupons may be claimed meanwhile. Answers false
 * when more are given already than the new budget has, or when somebody else changed the budget.
 */
export async function changeTemplate(before: TemplateRecord, change: TemplateChange): Promise<boolean> {
  const more = change.budget - before.budget;
  const { benefit, scope, validity, ...plain } = change;
  const { updated } = await templates()
    .where({ _id: before._id, budget: before.budget, ...(more < 0 && { left: _.gte(-more) }) })
    .update({ ...plain, benefit: _.set(benefit), scope: _.set(scope), validity: _.set(validity), left: _.inc(more) });
  return updated === 1;
}

/** Stops or resumes claiming. */
export const setPaused = (templateId: string, paused: boolean) =>
  templates().where({ _id: templateId }).update({ paused });

/** A shop's templates, the latest first; at most `limit` beyond `place`. */
export async function listTemplates(
  shopId: string,
  place: Place | undefined,
  limit: number,
): Promise<TemplateRecord[]> {
  const { data } = await templates()
    .where(_.and([{ shopId }, beyond('createdAt', 'desc', place)]))
    .orderBy('createdAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as TemplateRecord[];
}

/** Templates of a shop that are not paused and not over, those that end first at the front; at most 50. */
export async function readOpenTemplates(shopId: string, now: number): Promise<TemplateRecord[]> {
  const { data } = await templates()
    .where({ shopId, paused: false, claimUntil: _.gt(now) })
    .orderBy('claimUntil', 'asc')
    .limit(50)
    .get();
  return data as TemplateRecord[];
}

/** Templates with notes that were written before `at`; at most 100. */
export async function readUnsettledTemplates(at: number): Promise<TemplateRecord[]> {
  const { data } = await templates()
    .where({ pendingCount: _.gt(0) })
    .limit(100)
    .get();
  return (data as TemplateRecord[]).filter(({ pending }) => Object.values(pending).some((note) => note.at < at));
}
