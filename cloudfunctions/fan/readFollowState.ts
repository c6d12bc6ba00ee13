import type { FanContract } from '../../shared/fan/contract';
import type { OutputOf } from '../../shared/kernel/operation';
import { shopsFollowedBy } from './fans';
import { readAccount } from './officialAccounts';

/** Whether a shopper follows the account that the shop is bound to now, as of the last event that we heard of. */
export async function readFollowState(
  shopId: string,
  openId: string,
  unionId: string | undefined,
): Promise<OutputOf<FanContract['getFollowState']>['state']> {
  const [account, followed] = await Promise.all([readAccount(shopId), shopsFollowedBy([shopId], openId, unionId)]);
  if (account?.status !== 'bound') return 'noAccount';
  return followed.has(shopId) ? 'follows' : 'unknown';
}
