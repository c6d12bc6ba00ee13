import type { CrmContract } from '../../shared/crm/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { listCampaignsOf } from './campaigns';
import { campaignView } from './campaignView';

const pageSize = 20;

export const listCampaigns: Handler<CrmContract['listCampaigns']> = async ({ shopId, after }) => {
  const found = await listCampaignsOf(shopId, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ savedAt }) => savedAt);
  return accept({ campaigns: shown.map(campaignView), ...next });
};
