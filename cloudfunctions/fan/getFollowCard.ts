import type { FanContract } from '../../shared/fan/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { chooseFollowCard } from './chooseFollowCard';
import { shopsFollowedBy } from './fans';
import { noBenefit, readAccount } from './officialAccounts';

export const getFollowCard: Handler<FanContract['getFollowCard']> = async ({ shopId, place, scene }, context) => {
  const { openId, unionId } = context;
  const [account, followed] = await Promise.all([
    readAccount(shopId),
    openId !== undefined && shopsFollowedBy([shopId], openId, unionId),
  ]);
  const follows = followed ? followed.has(shopId) : 'nobody';
  const { benefit, places, text } = account?.followBenefit ?? noBenefit;
  // Nothing is promised at the end of an order: there it could read as a reward.
  const saysIt = places.some((each) => each === place);
  return accept({
    card: chooseFollowCard({ account, follows, scene, knowsUnionId: unionId !== undefined }),
    ...(saysIt ? { benefit: benefit.kind, text } : { benefit: 'off', text: '' }),
  });
};
