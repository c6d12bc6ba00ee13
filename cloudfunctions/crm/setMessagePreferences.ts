import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { come } from './come';
import { muteCustomer } from './customers';

export const setMessagePreferences: Handler<CrmContract['setMessagePreferences']> = async (input, context) => {
  const customerId = await come(input.shopId, context);
  if (!customerId) return refuse({ code: 'NOT_FOUND' });
  await muteCustomer(customerId, input.muted);
  return accept({ muted: input.muted });
};
