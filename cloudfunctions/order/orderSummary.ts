import type { OutputOf } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { OrderRecord } from './orders';

/** An order as lists show it. */
export const orderSummary = (order: OrderRecord): OutputOf<OrderContract['listOrders']>['orders'][number] => ({
  orderId: order._id,
  shopId: order.shopId,
  shopName: order.shopName,
  status: order.status,
  lines: order.lines,
  toPay: order.price.toPay,
  placedAt: order.placedAt,
});
