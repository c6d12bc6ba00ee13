import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { sumOfChannel } from '../order/public';
import { countBrought } from '../traffic/public';
import { readShopCampaign } from './campaigns';
import { campaignView } from './campaignView';

export const getCampaign: Handler<CrmContract['getCampaign']> = async ({ shopId, campaignId }) => {
  const [campaign, opened, sums] = await Promise.all([
    readShopCampaign(campaignId, shopId),
    countBrought(shopId, campaignId),
    sumOfChannel(shopId, campaignId),
  ]);
  return campaign
    ? accept({ ...campaignView(campaign), opened, ...sums })
    : refuse({ code: 'NOT_FOUND', what: 'campaign' });
};
