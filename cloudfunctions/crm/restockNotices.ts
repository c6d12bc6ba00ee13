import type { FailedTally, SendFailure } from '../../shared/crm/operations/campaigns';
import { _, db, insert, readOne } from '../_runtime/database';

/**
 * One shopper who wants to hear of one SKU: the id is made of both. `waiting`: for stock; `sending`: nobody knows whether
 * WeChat has the message until the answer is in. What the shopper allowed is used up by `sent` and `failed`.
 */
export interface RestockNoticeRecord {
  /** `skuId~openId` */
  _id: string;
  skuId: string;
  shopId: string;
  openId: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  because?: SendFailure;
  /** When the message could not be sent; absent where none was tried. */
  failedAt?: number;
  askedAt: number;
  /** When the clock looks after it next; absent once it is over. */
  lookAt?: number;
}

const collection = 'restockNotices';

export const restockNoticeIdOf = (skuId: string, openId: string): string => `${skuId}~${openId}`;

export const readRestockNotice = (noticeId: string): Promise<RestockNoticeRecord | undefined> =>
  readOne<RestockNoticeRecord>(collection, noticeId);

/** Lets somebody wait, anew when an earlier wait is over; whoever waits already goes on. */
export async function waitForRestock(notice: Omit<RestockNoticeRecord, 'state'>): Promise<void> {
  if ((await insert(collection, { ...notice, state: 'waiting' } as RestockNoticeRecord)) === 'inserted') return;
  const { _id, askedAt, lookAt } = notice;
  await db
    .collection(collection)
    .where({ _id, state: _.in(['sent', 'failed']) })
    .update({ state: 'waiting', because: _.remove(), failedAt: _.remove(), askedAt, lookAt });
}

/** Those the clock must look after, the longest due first. */
export async function readDueRestockNotices(now: number, limit: number): Promise<RestockNoticeRecord[]> {
  const { data } = await db
    .collection(collection)
    .where({ lookAt: _.lte(now) })
    .orderBy('lookAt', 'asc')
    .limit(limit)
    .get();
  return data as RestockNoticeRecord[];
}

/** Puts off those of these (at most 100) that still wait. */
export async function putOffRestockNotices(noticeIds: readonly string[], lookAt: number): Promise<void> {
  if (noticeIds.length === 0) return;
  await db
    .collection(collection)
    .where({ _id: _.in([...noticeIds]), state: 'waiting' })
    .update({ lookAt });
}

/** Moves a notice from one state to another; false when it is not in the first. Without `lookAt` it is over. */
export async function moveRestockNotice(
  noticeId: string,
  from: RestockNoticeRecord['state'],
  { state, because, failedAt, lookAt }: NoticeStep,
): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id: noticeId, state: from })
    .update({
      ...{ state, because: because ?? _.remove() },
      ...{ failedAt: failedAt ?? _.remove(), lookAt: lookAt ?? _.remove() },
    });
  return updated === 1;
}

/** What a notice becomes. */
export type NoticeStep = Pick<RestockNoticeRecord, 'state' | 'because' | 'failedAt' | 'lookAt'>;

/** How many messages of a shop's notices could not be sent since then (ms), by why. */
export async function countFailedNotices(shopId: string, since: number): Promise<FailedTally> {
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, failedAt: _.gte(since) })
    .group({ _id: '$because', count: _.aggregate.sum(1) })
    .end();
  return Object.fromEntries((data as { _id: SendFailure; count: number }[]).map(({ _id, count }) => [_id, count]));
}

/** How many wait for each of these SKUs (at most 100); a SKU that nobody waits for is missing. */
export async function countWaitingForRestock(skuIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (skuIds.length === 0) return new Map();
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ skuId: _.in([...skuIds]), state: 'waiting' })
    .group({ _id: '$skuId', waiting: _.aggregate.sum(1) })
    .limit(100)
    .end();
  return new Map((data as { _id: string; waiting: number }[]).map(({ _id, waiting }) => [_id, waiting]));
}
