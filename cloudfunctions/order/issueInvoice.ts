import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, noted } from './changeOrder';
import type { OrderRecord } from './OrderRecord';
import { readShopOrder } from './orders';

type Issue = OrderContract['issueInvoice'];

export const issueInvoice: Handler<Issue> = async ({ shopId, orderId, number }, { openId, now }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each): Reply<OrderRecord, RefusalOf<Issue>> => {
    if (!each.invoice) return refuse({ code: 'NO_INVOICE', because: 'notRequested' });
    if (each.invoice.number === number) return accept(each);
    const invoice = { ...each.invoice, state: 'issued' as const, number };
    return accept(noted({ ...each, invoice }, { at: now, by: openId, what: 'invoice.issued', note: number }));
  });
  return changed.ok ? accept({ orderId }) : changed;
};
