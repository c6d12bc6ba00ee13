import type { FollowBenefit } from '../../shared/fan/contract';
import { noBenefit, readAccount } from './officialAccounts';

/** What a shop gives to its followers now, and where it says so; nothing without a bound account. */
export async function readFollowBenefit(shopId: string): Promise<FollowBenefit> {
  const account = await readAccount(shopId);
  return (account?.status === 'bound' && account.followBenefit) || noBenefit;
}
