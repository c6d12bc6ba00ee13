export { forgetOldQuotas } from './quotas';
export { sendCampaigns } from './sendCampaigns';
export { settleCustomers } from './settleCustomers';
export { settleFollowers } from './settleFollowers';
export { walkBooks } from './walkBooks';
