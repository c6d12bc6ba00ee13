export { unseal } from './fanKeys';
export { forgetFansOfRevoked } from './forgetFansOf';
export { noteServerChecked, readAccount } from './officialAccounts';
export { readFollowBenefit } from './readFollowBenefit';
export { readFollowedShops } from './readFollowedShops';
export { receiveEvent } from './receiveEvent';
export { syncFollowers } from './syncFollowers';
export { tidyPushes } from './tidyPushes';
export { settleWelcomes } from './welcomeFan';
