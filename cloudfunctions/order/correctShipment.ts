import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder, type Deed, noted } from './changeOrder';
import { finishSoon } from './finishOrder';
import type { OrderRecord, ParcelRecord } from './OrderRecord';
import { readShopOrder } from './orders';
import { isSame } from './shipOrder';

type Correct = OrderContract['correctShipment'];

export const correctShipment: Handler<Correct> = async ({ shopId, orderId, parcels }, { openId, now }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const changed = await changeOrder(order, (each) => corrected(each, parcels, { by: openId, at: now }));
  if (!changed.ok) return changed;
  const { status } = await finishSoon(changed.value, now);
  return accept({ orderId, status });
};

function corrected(order: OrderRecord, parcels: ParcelRecord[], deed: Deed): Reply<OrderRecord, RefusalOf<Correct>> {
  if (isSame(order.parcels, parcels)) return accept(order);
  const { status, corrected: once = false } = order;
  if (status !== 'shipped' || once) return refuse({ code: 'NOT_CORRECTABLE', status, corrected: once });
  const note = parcels.map(({ carrier, trackingNumber }) => `${carrier} ${trackingNumber}`).join(', ');
  const shippingInfo = { state: 'toUpload', at: deed.at } as const;
  return accept(
    noted({ ...order, parcels, corrected: true, shippingInfo }, { ...deed, what: 'parcelsCorrected', note }),
  );
}
