import { chinaDayNumber, oneDay, startOfChinaDay } from '../../shared/kernel/chinaTime';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { keyedId } from '../fan/public';

/**
 * How many messages may still be sent: to one person by one template, or by one official account in a day. Only conditional
 * updates take from it, so it is never below zero.
 */
export interface QuotaRecord {
  _id: string;
  left: number;
  /** Of a person's: whose, and which allowances were noted last, so that none counts twice. */
  openId?: string;
  templateId?: string;
  allowIds?: string[];
  /** Of an account's: after this moment it is of no use. */
  until?: number;
}

const collection = 'messageQuotas';
/** The client says how often somebody allowed; more than this at a time is not believed. */
const mostAllowed = 5;
/** Customer-service messages a day. Source: developers.weixin.qq.com, 接口调用频次限制说明. */
const mostADay = 500_000;

export const quotaIdOf = (openId: string, templateId: string): string =>
  keyedId('quota', openId, templateId).slice(0, 32);

/** How many messages these persons (at most 100) still allow, by openid; who never allowed one is missing. */
export async function readAllowed(
  openIds: readonly string[],
  templateId: string,
): Promise<ReadonlyMap<string, number>> {
  const records = await readMany<QuotaRecord>(
    collection,
    openIds.map((openId) => quotaIdOf(openId, templateId)),
  );
  return new Map(records.map(({ openId = '', left }) => [openId, left]));
}

/** Notes that somebody allowed one more message, once for each `allowId`. Answers how many they allow then. */
export async function noteAllowance(openId: string, templateId: string, allowId: string): Promise<number> {
  const _id = quotaIdOf(openId, templateId);
  const fresh: QuotaRecord = { _id, left: 0, openId, templateId, allowIds: [] };
  await insert(collection, fresh);
  await db
    .collection(collection)
    .where({ _id, left: _.lt(mostAllowed), allowIds: _.neq(allowId) })
    .update({ left: _.inc(1), allowIds: _.push({ each: [allowId], slice: -20 }) });
  return (await readOne<QuotaRecord>(collection, _id))?.left ?? 0;
}

/** Takes one from a quota; false when none is left. */
export async function takeQuota(quotaId: string): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id: quotaId, left: _.gte(1) })
    .update({ left: _.inc(-1) });
  return updated === 1;
}

/** Gives back what was taken and certainly not used. */
export const giveBackQuota = (quotaId: string) =>
  db
    .collection(collection)
    .where({ _id: quotaId })
    .update({ left: _.inc(1) });

/** WeChat knows that nothing is left. */
export const emptyQuota = (quotaId: string) => db.collection(collection).where({ _id: quotaId }).update({ left: 0 });

/** The quota of a shop's account for the day of `now`, made when it is first asked for. */
export async function accountQuota(shopId: string, now: number): Promise<string> {
  const _id = `account-${shopId}-${chinaDayNumber(now)}`;
  const quota: QuotaRecord = { _id, left: mostADay, until: startOfChinaDay(now) + oneDay };
  await insert(collection, quota);
  return quota._id;
}

/** Removes the quotas of days that are over; answers how many. */
export async function forgetOldQuotas(now: number): Promise<number> {
  return (
    (
      await db
        .collection(collection)
        .where({ until: _.lte(now) })
        .remove()
    ).deleted ?? 0
  );
}
