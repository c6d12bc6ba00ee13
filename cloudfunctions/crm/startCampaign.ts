import { campaignCanBecome } from '../../shared/crm/campaignStatus';
import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { moveCampaign, readShopCampaign } from './campaigns';
import { campaignView } from './campaignView';

export const startCampaign: Handler<CrmContract['startCampaign']> = async ({ shopId, campaignId }, { now }) => {
  const before = await readShopCampaign(campaignId, shopId);
  if (!before) return refuse({ code: 'NOT_FOUND', what: 'campaign' });
  if (campaignCanBecome(before.status, 'sending')) {
    await moveCampaign(campaignId, before.status, { status: 'sending', dueAt: Math.max(now, before.startAt) });
  }
  const campaign = await readShopCampaign(campaignId, shopId);
  return campaign?.status === 'sending' ? accept(campaignView(campaign)) : refuse({ code: 'IS_OVER' });
};
