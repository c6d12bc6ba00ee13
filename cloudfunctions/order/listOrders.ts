import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { orderSummary } from './orderSummary';
import { listOrdersBy } from './orders';

const pageSize = 10;

export const listOrders: Handler<OrderContract['listOrders']> = async ({ status, words, after }, { openId }) => {
  const productWords = words?.split(/\s+/).filter(Boolean) ?? [];
  const filter = { whose: { openId }, status, productWords };
  const found = await listOrdersBy(filter, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, (order) => order.placedAt);
  return accept({ orders: shown.map(orderSummary), ...next });
};
