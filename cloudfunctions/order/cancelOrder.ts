import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { cancelUnpaid } from './cancelUnpaid';
import { readOwnOrder } from './orders';

export const cancelOrder: Handler<OrderContract['cancelOrder']> = async ({ orderId }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const unpaid = order.status === 'awaitingPayment';
  const status = unpaid ? await cancelUnpaid(order, { by: openId, at: now }) : order.status;
  return status === 'cancelled' ? accept({ orderId, status }) : refuse({ code: 'NOT_CANCELLABLE', status });
};
