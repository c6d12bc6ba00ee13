import type { FanPerson, FanRecord } from './fans';

/** What is heard of somebody and the official account. */
export interface FollowNews {
  /** `seen`: a walk through all followers met them. */
  what: 'followed' | 'unfollowed' | 'seen';
  /** When it happened, in seconds since 1970. */
  at: number;
  /** For the official account. */
  openId: string;
  /** Whose follow code was scanned, by the mini program's openid. */
  shopperOpenId?: string | undefined;
}

/**
 * The fan after the news, or the very same one when nothing is new. The newest event decides, in whatever order they are
 * heard of and however often; of two in the same second the departure does, since it is the one that deletes. Nothing
 * personal is in a fan who does not follow.
 */
export function decideFollow(
  fan: FanRecord | undefined,
  news: FollowNews,
  ids: { fanId: string; shopId: string },
): FanRecord {
  const { what, at } = news;
  const follows = what !== 'unfollowed';
  if (!fan) {
    const fresh = { _id: ids.fanId, shopId: ids.shopId, follows, at, version: 1, seenAt: 0 };
    return follows ? { ...fresh, person: newPerson(news) } : fresh;
  }
  if (!isNewer(news, fan)) return follows && fan.person ? linked(fan, fan.person, news.shopperOpenId) : fan;
  if (!follows) {
    const { person: _deleted, ...kept } = fan;
    return { ...kept, follows, at };
  }
  // Being seen again tells nothing new of somebody who follows.
  if (what === 'seen' && fan.follows) return fan;
  return linked({ ...fan, follows, at }, fan.person ?? newPerson(news), news.shopperOpenId);
}

const isNewer = ({ at, what }: FollowNews, fan: FanRecord): boolean =>
  at > fan.at || (at === fan.at && what === 'unfollowed' && fan.follows);

const newPerson = ({ openId, shopperOpenId }: FollowNews): FanPerson => ({
  openId,
  unionIdPending: true,
  ...(shopperOpenId !== undefined && { shopperOpenId }),
});

/** The fan as this shopper; the very same one when that is known. */
function linked(fan: FanRecord, person: FanPerson, shopperOpenId: string | undefined): FanRecord {
  if (fan.person === person && (shopperOpenId === undefined || person.shopperOpenId === shopperOpenId)) return fan;
  return { ...fan, person: { ...person, ...(shopperOpenId !== undefined && { shopperOpenId }) } };
}
