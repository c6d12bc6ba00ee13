import type { Fen } from '../../shared/kernel/money';
import type { Source } from '../../shared/traffic/sources';
import { _, db } from '../_runtime/database';

/** What a shop paid for advertisements of one source on one day, as somebody there typed it in. */
interface AdSpendRecord {
  /** `shopId~2026-11-22~ad` */
  _id: string;
  shopId: string;
  day: string;
  source: Source;
  amount: Fen;
  savedBy: string;
  savedAt: number;
}

const collection = 'adSpends';

/** Writes what a day's advertisements cost, over what was noted before. */
export async function putAdSpend(spend: Omit<AdSpendRecord, '_id'>): Promise<void> {
  const { shopId, day, source } = spend;
  await db.collection(collection).doc(`${shopId}~${day}~${source}`).set(spend);
}

/** What was noted of these days, both included; at most 1000 notes: 17 sources in 31 days are 527. */
export async function readAdSpends(shopId: string, from: string, to: string): Promise<AdSpendRecord[]> {
  const { data } = await db
    .collection(collection)
    .where({ shopId, day: _.gte(from).and(_.lte(to)) })
    .limit(1_000)
    .get();
  return data as AdSpendRecord[];
}
