import type { FanContract } from '../../shared/fan/contract';
import { findInducement } from '../../shared/fan/findInducements';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readShopTemplate } from '../coupon/public';
import { readAccount, writeAccount } from './officialAccounts';

/** The choice lies in the account's record, so that it ends with the binding. */
export const setFollowBenefit: Handler<FanContract['setFollowBenefit']> = async ({ shopId, ...followBenefit }) => {
  const inducement = findInducement({ text: followBenefit.text });
  if (inducement) return refuse({ code: 'INDUCEMENT', ...inducement });

  const { benefit } = followBenefit;
  const [account, template] = await Promise.all([
    readAccount(shopId),
    benefit.kind === 'welcomeCoupon' ? readShopTemplate(benefit.templateId, shopId) : undefined,
  ]);
  if (account?.status !== 'bound') return refuse({ code: 'NOT_BOUND' });
  if (benefit.kind === 'welcomeCoupon' && !template) return refuse({ code: 'NOT_FOUND' });
  if (!(await writeAccount(account, { ...account, followBenefit }))) {
    throw new Error(`the binding of ${shopId} was changed meanwhile`);
  }
  return accept(followBenefit);
};
