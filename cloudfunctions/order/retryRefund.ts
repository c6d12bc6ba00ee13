import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, noted } from './changeOrder';
import { finishSoon } from './finishOrder';
import type { OrderRecord, RefundRecord } from './OrderRecord';
import { readShopOrder } from './orders';

type Retry = OrderContract['retryRefund'];

export const retryRefund: Handler<Retry> = async ({ shopId, orderId, caseId }, { openId, now }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => retried(each, caseId, { by: openId, at: now }));
  if (!changed.ok) return changed;
  const finished = await finishSoon(changed.value, now);
  return accept({ orderId, caseId, status: statusOf(finished, caseId) });
};

/** The order with a refund that failed under way again; one that WeChat Pay closed needs a number of its own. */
function retried(order: OrderRecord, caseId: string, deed: Deed): Reply<OrderRecord, RefusalOf<Retry>> {
  const refund = order.refunds.find((each) => each.caseId === caseId);
  if (!refund) return refuse({ code: 'NOT_FOUND', what: 'case' });
  if (refund.state === 'underWay') return accept(order);
  if (refund.state === 'done') return refuse({ code: 'CASE_MOVED', status: statusOf(order, caseId) });
  const refundId = refund.state === 'closed' ? `${refund.refundId}-again` : refund.refundId;
  const again: RefundRecord = { ...refund, refundId, state: 'underWay', startedAt: deed.at };
  const refunds = order.refunds.map((each) => (each === refund ? again : each));
  return accept(noted({ ...order, refunds }, { ...deed, what: 'refund.again', note: '' }));
}

const statusOf = (order: OrderRecord, caseId: string) =>
  order.cases.find((each) => each.caseId === caseId)?.status ?? 'refunding';
