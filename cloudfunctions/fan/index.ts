import { fanContract } from '../../shared/fan/contract';
import { serve } from '../_runtime/serve';
import { bindOfficialAccount } from './bindOfficialAccount';
import { getBinding } from './getBinding';
import { getFollowState } from './getFollowState';
import { makeFollowCode } from './makeFollowCode';
import { putShopOnMenu } from './putShopOnMenu';
import { unbind } from './unbind';

export const main = serve('fan', fanContract, {
  bindOfficialAccount,
  getBinding,
  unbind,
  putShopOnMenu,
  makeFollowCode,
  getFollowState,
});
