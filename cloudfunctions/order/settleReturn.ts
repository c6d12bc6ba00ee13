import { refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readShopOrder } from './orders';
import { stepCase } from './stepCase';

export const settleReturn: Handler<OrderContract['settleReturn']> = async (input, { openId, now }) => {
  const order = await readShopOrder(input.orderId, input.shopId);
  const kind = order?.cases.find(({ caseId }) => caseId === input.caseId)?.kind;
  if (kind === 'exchange' && input.outcome === 'accept' && !input.replacement)
    return refuse({ code: 'REPLACEMENT_NEEDED' });
  return stepCase(order, input.caseId, { by: openId, at: now }, () => {
    if (input.outcome === 'decline') return { to: 'declined', fields: { answer: input.answer } };
    const { replacement, restock } = input;
    return kind === 'exchange' && replacement
      ? { to: 'exchanged', fields: { replacement } }
      : { to: 'refunding', fields: { restock } };
  });
};
