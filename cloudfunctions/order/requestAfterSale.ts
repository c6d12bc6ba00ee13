import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { openCase } from './cases';
import { changeOrder } from './changeOrder';
import { readOwnOrder } from './orders';

export const requestAfterSale: Handler<OrderContract['requestAfterSale']> = async (input, { openId, now }) => {
  const { orderId, caseId, ...claim } = input;
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const deed = { by: openId, at: now };
  const changed = await changeOrder(order, (each) => openCase(each, { ...claim, caseId, by: 'shopper' }, deed));
  if (!changed.ok) return changed;
  const opened = changed.value.cases.find((each) => each.caseId === caseId);
  if (!opened) throw new Error(`case ${caseId} was opened and is not there`);
  return accept({ orderId, caseId, status: opened.status, amount: opened.amount });
};
