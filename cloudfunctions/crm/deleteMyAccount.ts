import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readWorkplaces } from '../_runtime/staff';
import { readOpenOrders } from '../order/public';
import { beginDeletion, readDeletion } from './deletions';
import { forgetPerson } from './forgetPerson';

export const deleteMyAccount: Handler<CrmContract['deleteMyAccount']> = async (_input, { openId, unionId, now }) => {
  const [orderIds, workplaces] = await Promise.all([readOpenOrders(openId), readWorkplaces(openId)]);
  if (workplaces.length > 0) return refuse({ code: 'STILL_STAFF' });
  if (orderIds.length > 0) return refuse({ code: 'ORDERS_OPEN', orderIds });
  await beginDeletion({ openId, unionId }, now);
  await forgetPerson({ openId, unionId }, now);
  return accept({ done: (await readDeletion(openId))?.due !== true });
};
