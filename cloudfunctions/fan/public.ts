export { callAccount, credentialsOf } from './accountApi';
export { unseal } from './fanKeys';
export { forgetFansOfRevoked } from './forgetFansOf';
export { noteServerChecked, readAccount } from './officialAccounts';
export { receiveEvent } from './receiveEvent';
export { syncFollowers } from './syncFollowers';
export { tidyPushes } from './tidyPushes';
