export { settleDeletions } from './forgetPerson';
export { forgetOldQuotas } from './quotas';
export { removeStrayCustomers } from './removeStrayCustomers';
export { sendCampaigns } from './sendCampaigns';
export { settleCustomers } from './settleCustomers';
export { settleFollowers } from './settleFollowers';
export { walkBooks } from './walkBooks';
