export { settleCustomers } from './settleCustomers';
export { settleFollowers } from './settleFollowers';
export { walkBooks } from './walkBooks';
