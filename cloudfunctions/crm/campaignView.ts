import type { Campaign } from '../../shared/crm/contract';
import type { CampaignRecord } from './campaigns';
import { conditionsView } from './segmentView';

/** A campaign as the shop reads it. */
export const campaignView = (campaign: CampaignRecord): Campaign => {
  const { _id, name, conditions, message, startAt, window, gapDays, status, savedAt, tally, dueAt, doneAt } = campaign;
  return {
    ...{ campaignId: _id, name, message, startAt, window, gapDays, status, savedAt, ...tally },
    conditions: conditionsView(conditions),
    ...(dueAt !== undefined && { dueAt }),
    ...(doneAt !== undefined && { doneAt }),
  };
};
