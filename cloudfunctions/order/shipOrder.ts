import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { moveOrder, readOrder } from './orders';

export const shipOrder: Handler<OrderContract['shipOrder']> = async (input, { now }) => {
  const { shopId, orderId, carrier, trackingNumber } = input;
  const order = await readOrder(orderId);
  if (!order || order.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const sent = order.shipment;
  if (sent?.carrier === carrier && sent.trackingNumber === trackingNumber) {
    return accept({ orderId, status: order.status });
  }
  const shipment = { carrier, trackingNumber, shippedAt: now };
  const moved = order.status === 'paid' && (await moveOrder(orderId, 'paid', 'shipped', { shipment }));
  if (moved) return accept({ orderId, status: 'shipped' });
  return refuse({ code: 'NOT_SHIPPABLE', status: (await readOrder(orderId))?.status ?? order.status });
};
