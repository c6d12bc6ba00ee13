import type { CampaignMessage, CrmContract } from '../../shared/crm/contract';
import { findInducement } from '../../shared/fan/findInducements';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readShopTemplate } from '../coupon/public';
import { readAccount } from '../fan/public';
import { type CampaignRecord, insertCampaign, noTally, readCampaign, replanCampaign } from './campaigns';
import { campaignView } from './campaignView';

export const saveCampaign: Handler<CrmContract['saveCampaign']> = async (input, { now }) => {
  const { shopId, campaignId, ...plan } = input;
  const said = findInducement({ name: plan.name, ...textsOf(plan.message) });
  if (said) return refuse({ code: 'INDUCEMENT', ...said });
  const missing = await whatIsMissing(shopId, plan.message);
  if (missing) return refuse({ code: 'NOT_FOUND', what: missing });

  const fresh: CampaignRecord = {
    ...{ ...plan, _id: campaignId, shopId, status: 'draft', savedAt: now },
    ...{ tally: noTally, after: '' },
  };
  if ((await insertCampaign(fresh)) === 'inserted') return accept(campaignView(fresh));
  if ((await readCampaign(campaignId))?.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'campaign' });
  const campaign = await replanCampaign(campaignId, { ...plan, savedAt: now });
  return campaign?.status === 'draft' ? accept(campaignView(campaign)) : refuse({ code: 'HAS_BEGUN' });
};

/** What people would read, by the field of the form. */
function textsOf(message: CampaignMessage): Record<string, string> {
  switch (message.kind) {
    case 'subscribe':
      return { 'message.title': message.title, 'message.tip': message.tip };
    case 'account':
      return { 'message.text': message.text };
    case 'coupon':
      return {};
    default:
      return message satisfies never;
  }
}

async function whatIsMissing(shopId: string, message: CampaignMessage): Promise<'template' | 'account' | undefined> {
  if (message.kind === 'coupon') return (await readShopTemplate(message.templateId, shopId)) ? undefined : 'template';
  if (message.kind === 'account') return (await readAccount(shopId))?.status === 'bound' ? undefined : 'account';
  return undefined;
}
