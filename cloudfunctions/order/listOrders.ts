import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { orderSummary } from './orderSummary';
import { readOrdersOf } from './orders';

const pageSize = 10;

export const listOrders: Handler<OrderContract['listOrders']> = async ({ status, after }, { openId }) => {
  const found = await readOrdersOf({ openId }, status, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, (order) => order.placedAt);
  return accept({ orders: shown.map(orderSummary), ...next });
};
