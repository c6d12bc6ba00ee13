import { fanContract } from '../../shared/fan/contract';
import { serve } from '../_runtime/serve';
import { beginAuthorisation } from './beginAuthorisation';
import { bindOfficialAccount } from './bindOfficialAccount';
import { claimWelcome } from './claimWelcome';
import { describeAccount } from './describeAccount';
import { getBinding } from './getBinding';
import { getFollowBenefit } from './getFollowBenefit';
import { getFollowCard } from './getFollowCard';
import { getFollowState } from './getFollowState';
import { makeFollowCode } from './makeFollowCode';
import { putShopOnMenu } from './putShopOnMenu';
import { setFollowBenefit } from './setFollowBenefit';
import { unbind } from './unbind';

export const main = serve('fan', fanContract, {
  bindOfficialAccount,
  beginAuthorisation,
  getBinding,
  unbind,
  putShopOnMenu,
  makeFollowCode,
  getFollowState,
  getFollowBenefit,
  setFollowBenefit,
  claimWelcome,
  getFollowCard,
  describeAccount,
});
