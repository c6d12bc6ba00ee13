import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, moved } from './changeOrder';
import { finishSoon } from './finishOrder';
import type { OrderRecord, ParcelRecord } from './OrderRecord';
import { readShopOrder } from './orders';

type Ship = OrderContract['shipOrder'];

export const shipOrder: Handler<Ship> = async ({ shopId, orderId, parcels }, { openId, now }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => shipped(each, parcels, { by: openId, at: now }));
  if (!changed.ok) return changed;
  const { status } = await finishSoon(changed.value, now);
  return accept({ orderId, status });
};

function shipped(order: OrderRecord, parcels: ParcelRecord[], deed: Deed): Reply<OrderRecord, RefusalOf<Ship>> {
  const { status, way, openCases, shippedAt } = order;
  if (shippedAt !== undefined && isSame(order.parcels, parcels)) return accept(order);
  if (status !== 'paid' || way === 'pickup') return refuse({ code: 'NOT_SHIPPABLE', status });
  if (openCases > 0) return refuse({ code: 'CASE_OPEN' });
  if (way === 'express' && parcels.length === 0) return refuse({ code: 'PARCEL_NEEDED' });
  const note = parcels.map(({ carrier, trackingNumber }) => `${carrier} ${trackingNumber}`).join(', ');
  const shippingInfo = { state: 'toUpload', at: deed.at } as const;
  return accept(moved(order, 'shipped', { ...deed, note }, { parcels, shippedAt: deed.at, shippingInfo }));
}

/** Whether both name the same parcels in the same order. */
export const isSame = (some: readonly ParcelRecord[], others: readonly ParcelRecord[]): boolean =>
  some.length === others.length &&
  some.every(
    ({ carrier, trackingNumber }, index) =>
      carrier === others[index]?.carrier && trackingNumber === others[index]?.trackingNumber,
  );
