import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readTogether } from './cancelUnpaid';
import { markPaid } from './markPaid';
import { readOwnOrder } from './orders';
import { queryPayment } from './wechatPay';

export const checkPayment: Handler<OrderContract['checkPayment']> = async ({ orderId }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  if (order.status !== 'awaitingPayment' && order.status !== 'cancelled')
    return accept({ orderId, status: order.status });

  const { state, paid } = await queryPayment(order.checkout);
  if (state !== 'paid') return accept({ orderId, status: order.status });
  const orders = await readTogether(order);
  const statuses = await Promise.all(
    orders.map(async (each) => {
      const payment = paid.get(each._id);
      return payment ? markPaid(each, payment, now) : each.status;
    }),
  );
  return accept({ orderId, status: statuses[0] ?? order.status });
};
