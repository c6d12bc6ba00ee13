import { chinaDay, oneDay } from '../../shared/kernel/chinaTime';
import { originsOfChannel } from '../../shared/traffic/touch';
import type { VisitKind } from '../../shared/traffic/visitKinds';
import { _, db, insertMissing } from '../_runtime/database';

/** One thing that a person did in a shop. Kept for `keptFor`; the report's figures stay. */
export interface VisitRecord {
  _id: string;
  /** An openid; of whom WeChat does not name (the Moments single page), the visit's own id. */
  person: string;
  shopId: string;
  kind: VisitKind;
  scene?: number;
  productId?: string;
  shareId?: string;
  /** `originKey` of what brought the person. */
  origin: string;
  at: number;
  /** `2026-11-22`, in China's time. */
  day: string;
}

const collection = 'visits';

/** Visits that are noted already stay as they are. */
export const insertVisits = (visits: readonly VisitRecord[]): Promise<void> => insertMissing(collection, visits);

/** How often an origin led to something in a day, and how many persons that were. */
export interface VisitCount {
  origin: string;
  kind: VisitKind;
  times: number;
  people: number;
}

/** Counts the visits of one shop in one day, in the database. */
export async function countVisits(shopId: string, day: string): Promise<VisitCount[]> {
  const $ = _.aggregate;
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, day })
    .group({ _id: { origin: '$origin', kind: '$kind', person: '$person' }, times: $.sum(1) })
    .group({ _id: { origin: '$_id.origin', kind: '$_id.kind' }, times: $.sum('$times'), people: $.sum(1) })
    .limit(1_000)
    .end();
  return (data as { _id: Pick<VisitCount, 'origin' | 'kind'>; times: number; people: number }[]).map(
    ({ _id, times, people }) => ({ ..._id, times, people }),
  );
}

/** How many persons a channel brought to a shop, of visits that are still kept. Counted in the database. */
export async function countBrought(shopId: string, channel: string): Promise<number> {
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, origin: _.in(originsOfChannel(channel)) })
    .group({ _id: '$person' })
    .count('people')
    .end();
  return (data as { people: number }[])[0]?.people ?? 0;
}

/** How many persons came by in a time (ms, without its end) within one of China's days. */
export async function countVisitors(shopId: string, from: number, until: number): Promise<number> {
  const $ = _.aggregate;
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, day: chinaDay(from), at: _.lt(until) })
    .group({ _id: '$person' })
    .group({ _id: null, people: $.sum(1) })
    .end();
  return (data as { people: number }[])[0]?.people ?? 0;
}

/** The shops that somebody visited that day, in their order, a hundred beyond `shopId`. */
export async function shopsVisitedOn(day: string, shopId: string): Promise<string[]> {
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ day, shopId: _.gt(shopId) })
    .group({ _id: '$shopId' })
    .sort({ _id: 1 })
    .limit(100)
    .end();
  return (data as { _id: string }[]).map(({ _id }) => _id);
}

const keptFor = 35 * oneDay;

/** Removes visits that are too old for any question; answers how many. */
export async function forgetOldVisits(now: number): Promise<number> {
  const { deleted } = await db
    .collection(collection)
    .where({ day: _.lt(chinaDay(now - keptFor)) })
    .remove();
  return deleted as number;
}
