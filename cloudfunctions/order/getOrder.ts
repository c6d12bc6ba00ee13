import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { orderSummary } from './orderSummary';
import { readOwnOrder } from './orders';

export const getOrder: Handler<OrderContract['getOrder']> = async ({ orderId }, { openId }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const { price, receiver, note, payBefore, payment, cancelledAt, shipment, receivedAt } = order;
  return accept({
    ...orderSummary(order),
    price,
    receiver,
    note,
    payBefore,
    ...(payment && { paidAt: payment.paidAt }),
    ...(cancelledAt && { cancelledAt }),
    ...(shipment && { shipment }),
    ...(receivedAt && { receivedAt }),
  });
};
