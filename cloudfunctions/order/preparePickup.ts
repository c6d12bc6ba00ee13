import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, moved } from './changeOrder';
import type { OrderRecord } from './OrderRecord';
import { readShopOrder } from './orders';

type Prepare = OrderContract['preparePickup'];

export const preparePickup: Handler<Prepare> = async ({ shopId, orderId }, { openId, now }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => prepared(each, { by: openId, at: now }));
  return changed.ok ? accept({ orderId, status: changed.value.status }) : changed;
};

/** The pickup order once it lies ready. */
export function prepared(order: OrderRecord, deed: Deed): Reply<OrderRecord, RefusalOf<Prepare>> {
  if (order.status === 'readyForPickup') return accept(order);
  if (order.status !== 'paid' || order.way !== 'pickup') return refuse({ code: 'NOT_SHIPPABLE', status: order.status });
  if (order.openCases > 0) return refuse({ code: 'CASE_OPEN' });
  return accept(moved(order, 'readyForPickup', deed, { readyAt: deed.at }));
}
