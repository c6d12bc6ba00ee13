import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readOwnOrder } from './orders';
import { stepCase } from './stepCase';

export const withdrawAfterSale: Handler<OrderContract['withdrawAfterSale']> = async (input, { openId, now }) => {
  const order = await readOwnOrder(input.orderId, openId);
  return stepCase(order, input.caseId, { by: openId, at: now }, () => ({ to: 'withdrawn' }));
};
