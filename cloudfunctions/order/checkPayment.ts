import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { markPaid } from './markPaid';
import { readOwnOrder } from './orders';
import { queryPayment } from './wechatPay';

export const checkPayment: Handler<OrderContract['checkPayment']> = async ({ orderId }, { openId }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  if (order.status !== 'awaitingPayment' && order.status !== 'cancelled')
    return accept({ orderId, status: order.status });

  const transaction = await queryPayment(orderId);
  const paid = transaction?.trade_state === 'SUCCESS';
  return accept({ orderId, status: paid ? await markPaid(orderId, transaction) : order.status });
};
