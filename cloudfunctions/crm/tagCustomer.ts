import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { changeCustomer } from './changeCustomer';
import { customerKeys } from './customerKeys';

export const tagCustomer: Handler<CrmContract['tagCustomer']> = async ({ shopId, customerId, tags }) => {
  const customer = await changeCustomer(shopId, customerId, (before) => {
    const tagged = { ...before, tags };
    return { ...tagged, keys: customerKeys(tagged) };
  });
  return customer ? accept({ tags: customer.tags }) : refuse({ code: 'NOT_FOUND' });
};
