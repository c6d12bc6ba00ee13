import type { OutputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { countFailedWelcomes } from '../fan/public';
import { readFailedCampaigns } from './campaigns';
import { countFailedNotices } from './restockNotices';

/** The messages of a shop that could not be sent since then (ms), by what sent them: three calls side by side. */
export async function readUnsentMessages(
  shopId: string,
  since: number,
): Promise<OutputOf<ShopContract['getToday']>['unsent']> {
  const [campaigns, restock, welcome] = await Promise.all([
    readFailedCampaigns(shopId, since),
    countFailedNotices(shopId, since),
    countFailedWelcomes(shopId, since),
  ]);
  const failed = campaigns.map(({ _id, name, tally }) => ({ campaignId: _id, name, failed: tally.failed }));
  return { campaigns: failed, restock, welcome };
}
