import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { setting } from '../_runtime/setting';
import { come } from './come';
import { noteAllowance } from './quotas';

export const noteAllowed: Handler<CrmContract['noteAllowed']> = async ({ shopId, allowId }, context) => {
  const template = setting('WECHAT_NEWS_TEMPLATE');
  // It is true of the person, whatever shop was named.
  const [allowed, customerId] = await Promise.all([
    noteAllowance(context.openId, template, allowId),
    come(shopId, context),
  ]);
  if (!customerId) return refuse({ code: 'NOT_FOUND' });
  return accept({ allowed });
};
