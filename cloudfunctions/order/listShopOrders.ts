import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { orderSummary } from './orderSummary';
import { listOrdersBy } from './orders';

const pageSize = 20;

export const listShopOrders: Handler<OrderContract['listShopOrders']> = async (input) => {
  const { shopId, status, needs, words, after } = input;
  const filter = { whose: { shopId }, status, needs, key: words || undefined };
  const found = await listOrdersBy(filter, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, (order) => order.placedAt);
  return accept({
    orders: shown.map((order) => ({ ...orderSummary(order), receiver: order.receiver, note: order.note })),
    ...next,
  });
};
