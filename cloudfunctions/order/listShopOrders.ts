import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { orderSummary } from './orderSummary';
import { readOrdersOf } from './orders';

const pageSize = 20;

export const listShopOrders: Handler<OrderContract['listShopOrders']> = async ({ shopId, status, after }) => {
  const found = await readOrdersOf({ shopId }, status, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, (order) => order.placedAt);
  return accept({
    orders: shown.map((order) => ({ ...orderSummary(order), receiver: order.receiver, note: order.note })),
    ...next,
  });
};
