import type { CrmContract } from '../../shared/crm/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { setting } from '../_runtime/setting';
import { customerIdOf, readCustomer } from './customers';

export const getMessagePreferences: Handler<CrmContract['getMessagePreferences']> = async ({ shopId }, { openId }) => {
  const customer = await readCustomer(customerIdOf(shopId, { openId }));
  return accept({ muted: customer?.muted ?? false, templateId: setting('WECHAT_NEWS_TEMPLATE') });
};
