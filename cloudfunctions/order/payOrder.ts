import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readTogether } from './cancelUnpaid';
import { readOwnOrder } from './orders';
import { preparePayment } from './wechatPay';

export const payOrder: Handler<OrderContract['payOrder']> = async ({ orderId }, { openId, now, permitted }) => {
  const [order] = await Promise.all([readOwnOrder(orderId, openId), permitted()]);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const orders = await readTogether(order);
  const stuck = orders.find(({ status, payBefore }) => status !== 'awaitingPayment' || now >= payBefore);
  if (stuck) return refuse({ code: 'NOT_PAYABLE', status: stuck.status });
  const inOrder = order.checkout.orderIds.flatMap((id) => orders.filter(({ _id }) => _id === id));
  return accept({ orderId, payment: await preparePayment(inOrder, now) });
};
