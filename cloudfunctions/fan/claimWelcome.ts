import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { heldCouponView } from '../coupon/public';
import { readFan } from './fans';
import { giveWelcome } from './giveWelcome';
import { readAccount } from './officialAccounts';
import { readWelcome } from './welcomes';

/**
 * The token came by a message that WeChat delivers to the follower alone, and is 256 bits of our key. A follower may still
 * forward it: then whoever opens it first has it, unless WeChat's unionid says that they are not the follower.
 */
export const claimWelcome: Handler<FanContract['claimWelcome']> = async ({ token }, context) => {
  const welcome = await readWelcome(token);
  if (!welcome) return refuse({ code: 'NOT_FOUND' });
  const [account, fan] = await Promise.all([readAccount(welcome.shopId), readFan(welcome.fanId)]);
  if (account?.status !== 'bound') return refuse({ code: 'NOT_FOUND' });

  const unionId = fan?.person?.unionId;
  if (unionId !== undefined && context.unionId !== undefined && unionId !== context.unionId) {
    return refuse({ code: 'NOT_YOURS' });
  }
  const given = await giveWelcome(welcome, context.openId, context);
  return given.ok ? accept(heldCouponView(given.value)) : given;
};
