import { shopsFollowedBy } from './fans';
import { readAccounts } from './officialAccounts';

/**
 * Of these shops (at most 100), those whose follower prices are this shopper's now: the shop gives them, its account is
 * bound, and the newest event says that the shopper follows. What they cost is decided by this when an order is placed.
 */
export async function readFollowedShops(
  shopIds: readonly string[],
  openId: string,
  unionId: string | undefined,
): Promise<ReadonlySet<string>> {
  const [accounts, followed] = await Promise.all([readAccounts(shopIds), shopsFollowedBy(shopIds, openId, unionId)]);
  const giving = accounts.filter(
    ({ status, followBenefit }) => status === 'bound' && followBenefit?.benefit.kind === 'followerPrice',
  );
  return new Set(giving.map(({ _id }) => _id).filter((shopId) => followed.has(shopId)));
}
