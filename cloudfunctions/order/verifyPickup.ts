import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, moved } from './changeOrder';
import { finishSoon } from './finishOrder';
import type { OrderRecord } from './OrderRecord';
import { orderSummary } from './orderSummary';
import { readOrdersByPickupCode } from './orders';
import { prepared } from './preparePickup';

type Verify = OrderContract['verifyPickup'];

export const verifyPickup: Handler<Verify> = async ({ shopId, code }, { openId, now }) => {
  const [order, ...others] = await readOrdersByPickupCode(shopId, code);
  // Ten digits are drawn for each order; should two of a shop ever meet, nothing is handed over by guess.
  if (!order || others.length > 0) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => handedOver(each, { by: openId, at: now }));
  if (!changed.ok) return changed;
  const { orderId, status, lines } = orderSummary(await finishSoon(changed.value, now));
  return accept({ orderId, status, lines, receiverName: order.receiver.name });
};

function handedOver(order: OrderRecord, deed: Deed): Reply<OrderRecord, RefusalOf<Verify>> {
  if (order.status === 'received' || order.status === 'completed') return accept(order);
  const ready = prepared(order, deed);
  if (!ready.ok) return ready;
  if (ready.value.openCases > 0) return refuse({ code: 'CASE_OPEN' });
  const shippingInfo = { state: 'toUpload', at: deed.at } as const;
  return accept(moved(ready.value, 'received', deed, { receivedAt: deed.at, shippingInfo }));
}
