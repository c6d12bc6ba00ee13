import type { Contract } from '../kernel/operation';
import { campaignOperations } from './operations/campaigns';
import { customerOperations } from './operations/customers';
import { messageOperations } from './operations/messages';
import { restockOperations } from './operations/restock';
import { rightsOperations } from './operations/rights';
import { segmentOperations } from './operations/segments';

/** The people of a shop, and what it writes to them. */
export const crmContract = {
  ...customerOperations,
  ...segmentOperations,
  ...campaignOperations,
  ...messageOperations,
  ...restockOperations,
  ...rightsOperations,
} satisfies Contract;
export type { Campaign, CampaignMessage } from './operations/campaigns';
export type CrmContract = typeof crmContract;
