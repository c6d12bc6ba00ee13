import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readShopOrder } from './orders';
import { stepCase } from './stepCase';

export const decideAfterSale: Handler<OrderContract['decideAfterSale']> = async (input, { openId, now }) => {
  const order = await readShopOrder(input.orderId, input.shopId);
  return stepCase(order, input.caseId, { by: openId, at: now }, ({ kind }) => {
    const { answer } = input;
    if (input.decision === 'decline') return { to: 'declined', fields: { answer } };
    const fields = answer ? { answer } : {};
    return kind === 'refundOnly'
      ? { to: 'refunding', fields: { ...fields, restock: input.restock } }
      : { to: 'awaitingReturn', fields };
  });
};
