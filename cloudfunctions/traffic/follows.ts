import type { FollowPlace } from '../../shared/traffic/followPlaces';
import { originKey } from '../../shared/traffic/touch';
import { _, db, insert } from '../_runtime/database';

/**
 * The first time that somebody followed a shop's account; whoever leaves and comes back is not counted again. It holds
 * nothing of the person: the id is the fan's, a keyed hash.
 */
export interface FollowRecord {
  /** `fanIdOf` the follower. */
  _id: string;
  shopId: string;
  /** Moment in ms. */
  at: number;
  /** `2026-11-22`, in China's time. */
  day: string;
  /** Where the follower's code was shown; `elsewhere` for one who came without a code of ours. */
  place: FollowPlace | 'elsewhere';
  articleId?: string;
  /** `originKey` of what had brought the shopper; absent when it is not known which shopper follows. */
  origin?: string;
}

const collection = 'follows';

/** Keeps a follow, unless an earlier one of the same fan is known: in whatever order they are heard of, the first stays. */
export async function keepFirstFollow(follow: FollowRecord): Promise<void> {
  if ((await insert(collection, follow)) === 'inserted') return;
  const { _id, shopId: _same, articleId, origin, ...known } = follow;
  await db
    .collection(collection)
    .where({ _id, at: _.gt(follow.at) })
    .update({
      ...known,
      articleId: articleId === undefined ? _.remove() : articleId,
      origin: origin === undefined ? _.remove() : origin,
    });
}

/** How many persons an origin led to follow the shop's official account for the first time. */
export interface FollowCount {
  origin: string;
  follows: number;
}

/** Counts the first follows of one shop in one day, in the database, by what had brought the followers. */
export async function countFollows(shopId: string, day: string): Promise<FollowCount[]> {
  const $ = _.aggregate;
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, day })
    .group({ _id: $.ifNull(['$origin', originKey(undefined)]), follows: $.sum(1) })
    .limit(1_000)
    .end();
  return (data as { _id: string; follows: number }[]).map(({ _id: origin, follows }) => ({ origin, follows }));
}

/** Counts the first follows of some days, both included, by where the followers were shown the way; most first. */
export async function countFollowPlaces(
  shopId: string,
  from: string,
  to: string,
): Promise<{ place: FollowRecord['place']; follows: number }[]> {
  const $ = _.aggregate;
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, day: _.gte(from).and(_.lte(to)) })
    .group({ _id: '$place', follows: $.sum(1) })
    .sort({ follows: -1, _id: 1 })
    .end();
  return (data as { _id: FollowRecord['place']; follows: number }[]).map(({ _id: place, follows }) => ({
    place,
    follows,
  }));
}
