import { originKey } from '../../shared/traffic/touch';
import { creditsOf } from '../traffic/public';
import type { OrderCredit } from './OrderRecord';
import { shopsBoughtAt } from './orders';

/** What orders that this person places now are credited to, by shop. */
export async function readOrderCredits(
  openId: string,
  shopIds: readonly string[],
  now: number,
): Promise<(shopId: string) => OrderCredit> {
  const [credits, bought] = await Promise.all([creditsOf(openId, shopIds, now), shopsBoughtAt(openId, shopIds)]);
  return (shopId) => {
    const touches = credits.get(shopId) ?? {};
    return { ...touches, origin: originKey(touches.last), again: bought.has(shopId) };
  };
}
