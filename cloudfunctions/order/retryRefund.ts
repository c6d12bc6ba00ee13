import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, noted } from './changeOrder';
import { finishSoon } from './finishOrder';
import { isStuck, type OrderRecord, type RefundRecord } from './OrderRecord';
import { readShopOrder } from './orders';

export const retryRefund: Handler<OrderContract['retryRefund']> = async ({ shopId, orderId }, { openId, now }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => accept(retried(each, { by: openId, at: now })));
  if (!changed.ok) throw new Error('a retry is never refused');
  const { status, refunds } = await finishSoon(changed.value, now);
  return accept({ orderId, status, stuck: refunds.filter(isStuck).length });
};

/** The order with every refund that failed under way again. */
function retried(order: OrderRecord, deed: Deed): OrderRecord {
  if (!order.refunds.some(isStuck)) return order;
  const refunds = order.refunds.map((each) => (isStuck(each) ? again(each, deed.at) : each));
  return noted({ ...order, refunds }, { ...deed, what: 'refund.again', note: '' });
}

/** One that WeChat Pay closed needs a number of its own. */
const again = (refund: RefundRecord, at: number): RefundRecord => ({
  ...refund,
  refundId: refund.state === 'closed' ? `${refund.refundId}-again` : refund.refundId,
  state: 'underWay',
  startedAt: at,
});
