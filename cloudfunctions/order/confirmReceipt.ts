import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { moveOrder, readOwnOrder } from './orders';

export const confirmReceipt: Handler<OrderContract['confirmReceipt']> = async ({ orderId }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  if (order.status === 'shipped') await moveOrder(orderId, 'shipped', 'received', { receivedAt: now });
  const status = order.status === 'shipped' ? 'received' : order.status;
  return status === 'received' ? accept({ orderId, status }) : refuse({ code: 'NOT_RECEIVABLE', status });
};
