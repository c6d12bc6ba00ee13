export { settleDeletions } from './forgetPerson';
export { forgetOldQuotas } from './quotas';
export { countWaitingForRestock } from './restockNotices';
export { sendCampaigns } from './sendCampaigns';
export { sendRestockNotices } from './sendRestockNotices';
export { settleCustomers } from './settleCustomers';
export { settleFollowers } from './settleFollowers';
export { walkBooks } from './walkBooks';
