import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, moved } from './changeOrder';
import type { OrderRecord } from './OrderRecord';
import { readOwnOrder } from './orders';

type Confirm = OrderContract['confirmReceipt'];

export const confirmReceipt: Handler<Confirm> = async ({ orderId }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => received(each, { by: openId, at: now }));
  return changed.ok ? accept({ orderId, status: changed.value.status }) : changed;
};

/** The order once its parcel is there. */
export function received(order: OrderRecord, deed: Deed): Reply<OrderRecord, RefusalOf<Confirm>> {
  if (order.status === 'received') return accept(order);
  if (order.status !== 'shipped') return refuse({ code: 'NOT_RECEIVABLE', status: order.status });
  return accept(moved(order, 'received', deed, { receivedAt: deed.at }));
}
