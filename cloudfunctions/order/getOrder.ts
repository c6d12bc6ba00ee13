import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readShop } from '../shop/public';
import { orderView } from './orderSummary';
import { readOwnOrder } from './orders';

export const getOrder: Handler<OrderContract['getOrder']> = async ({ orderId }, { openId }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  if (order.way !== 'pickup') return accept(orderView(order));

  const shop = await readShop(order.shopId);
  const { pickupCode, payment } = order;
  return accept({
    ...orderView(order),
    ...(pickupCode && payment && { pickupCode }),
    ...(shop && { shopAddress: shop.address }),
  });
};
