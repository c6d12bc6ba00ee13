import { chinaDay } from '../../shared/kernel/chinaTime';
import type { FollowPlace } from '../../shared/traffic/followPlaces';
import { originKey } from '../../shared/traffic/touch';
import { keepFirstFollow } from './follows';
import { creditsOf } from './touches';

/** Somebody followed a shop's account. */
export interface Follow {
  fanId: string;
  shopId: string;
  /** Moment in ms. */
  at: number;
  /** Whose code was scanned, by the mini program's openid, and where it was shown; absent without a code of ours. */
  code?: { shopperOpenId: string; from: FollowPlace; articleId?: string } | undefined;
}

/** Notes a follow with what had brought the shopper by then. Safe twice; a later follow of the same fan changes nothing. */
export async function noteFollow({ fanId: _id, shopId, at, code }: Follow): Promise<void> {
  const follow = { _id, shopId, at, day: chinaDay(at) };
  if (!code) return keepFirstFollow({ ...follow, place: 'elsewhere' });
  const { shopperOpenId, from: place, articleId } = code;
  const credit = (await creditsOf(shopperOpenId, [shopId], at)).get(shopId);
  await keepFirstFollow({ ...follow, place, ...(articleId && { articleId }), origin: originKey(credit?.last) });
}
