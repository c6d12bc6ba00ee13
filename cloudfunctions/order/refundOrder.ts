import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { moveCase, openCase } from './cases';
import { changeOrder } from './changeOrder';
import { finishSoon } from './finishOrder';
import { readShopOrder } from './orders';

export const refundOrder: Handler<OrderContract['refundOrder']> = async (input, { openId, now }) => {
  const { shopId, orderId, caseId, lines, text, restock, amount } = input;
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const deed = { by: openId, at: now };
  const about = { caseId, kind: 'refundOnly', reason: 'other', text, pictures: [], by: 'seller' } as const;
  const changed = await changeOrder(order, (each) => {
    const opened = openCase(each, { ...about, pictures: [], lines, amount }, deed);
    if (!opened.ok || opened.value === each) return opened;
    return accept(moveCase(opened.value, caseId, 'refunding', deed, { restock }));
  });
  if (!changed.ok) return changed;
  const finished = await finishSoon(changed.value, now);
  const refunded = finished.cases.find((each) => each.caseId === caseId);
  if (!refunded) throw new Error(`case ${caseId} was opened and is not there`);
  return accept({ orderId, caseId, status: refunded.status, amount: refunded.amount });
};
