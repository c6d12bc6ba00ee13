import { originKey } from '../../shared/traffic/touch';
import { _, db } from '../_runtime/database';

/** How many persons an origin led to follow the shop's official account for the first time. */
export interface FollowCount {
  origin: string;
  follows: number;
}

/** Counts the first follows of one shop in one day, in the database, by what had brought the followers. */
export async function countFollows(shopId: string, day: string): Promise<FollowCount[]> {
  const $ = _.aggregate;
  const { data } = await db
    .collection('follows')
    .aggregate()
    .match({ shopId, day })
    .group({ _id: $.ifNull(['$origin', originKey(undefined)]), follows: $.sum(1) })
    .limit(1_000)
    .end();
  return (data as { _id: string; follows: number }[]).map(({ _id: origin, follows }) => ({ origin, follows }));
}
