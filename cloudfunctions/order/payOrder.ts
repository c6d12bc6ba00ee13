import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readOwnOrder } from './orders';
import { preparePayment } from './wechatPay';

export const payOrder: Handler<OrderContract['payOrder']> = async ({ orderId }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  if (order.status !== 'awaitingPayment' || now >= order.payBefore) {
    return refuse({ code: 'NOT_PAYABLE', status: order.status });
  }
  const { shopName, lines, price, payBefore } = order;
  const description = `${shopName}-${lines[0]?.name ?? ''}`;
  return accept({
    orderId,
    payment: await preparePayment({ orderId, description, toPay: price.toPay, openId, payBefore, now }),
  });
};
