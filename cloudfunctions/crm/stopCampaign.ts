import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { moveCampaign, readShopCampaign } from './campaigns';
import { campaignView } from './campaignView';

export const stopCampaign: Handler<CrmContract['stopCampaign']> = async ({ shopId, campaignId }) => {
  const before = await readShopCampaign(campaignId, shopId);
  if (!before) return refuse({ code: 'NOT_FOUND', what: 'campaign' });
  await moveCampaign(campaignId, 'sending', { status: 'stopped' });
  const campaign = await readShopCampaign(campaignId, shopId);
  return campaign?.status === 'stopped' ? accept(campaignView(campaign)) : refuse({ code: 'IS_OVER' });
};
