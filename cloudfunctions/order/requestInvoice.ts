import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, noted } from './changeOrder';
import type { OrderRecord } from './OrderRecord';
import { readOwnOrder } from './orders';

type Request = OrderContract['requestInvoice'];

export const requestInvoice: Handler<Request> = async ({ orderId, invoice }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const { taxNumber, ...wanted } = invoice;
  const changed = await changeOrder(order, (each): Reply<OrderRecord, RefusalOf<Request>> => {
    const sold = each.payment && each.status !== 'refunding' && each.status !== 'refunded';
    if (!sold) return refuse({ code: 'NO_INVOICE', because: 'notPaid' });
    if (each.invoice?.state === 'issued') return refuse({ code: 'NO_INVOICE', because: 'issued' });
    const requested = { state: 'requested' as const, ...wanted, ...(taxNumber && { taxNumber }) };
    const entry = { at: now, by: openId, what: 'invoice.requested', note: invoice.title };
    return accept(noted({ ...each, invoice: requested }, entry));
  });
  return changed.ok ? accept({ orderId }) : changed;
};
