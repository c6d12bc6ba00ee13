import { accept, type OutputOf, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { changeOrder } from './changeOrder';
import type { OrderRecord, ParcelRecord } from './OrderRecord';
import { readOwnOrder } from './orders';
import { askProgress, registerParcel } from './wechatParcels';

type Track = OrderContract['trackParcels'];

export const trackParcels: Handler<Track> = async ({ orderId }, { openId, now }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const parcels = await Promise.all(order.parcels.map((parcel) => registered(order, parcel, now)));
  const [tracked] = await Promise.all([
    Promise.all(parcels.map((parcel) => progressOf(order, parcel, now))),
    parcels.some(({ waybillToken }, index) => waybillToken !== order.parcels[index]?.waybillToken) &&
      keepTokens(order, parcels),
  ]);
  return accept({ parcels: tracked });
};

/** The parcel with the token WeChat gave for it; without one when WeChat does not answer. */
async function registered(order: OrderRecord, parcel: ParcelRecord, now: number): Promise<ParcelRecord> {
  if (parcel.waybillToken || !order.payment) return parcel;
  const waybillToken = await unlessWeChatFails(registerParcel(order, order.payment, parcel, now));
  return waybillToken ? { ...parcel, waybillToken } : parcel;
}

async function progressOf(
  { openId }: OrderRecord,
  { trackingNumber, waybillToken }: ParcelRecord,
  now: number,
): Promise<OutputOf<Track>['parcels'][number]> {
  const progress = waybillToken && (await unlessWeChatFails(askProgress(waybillToken, openId, now)));
  return { trackingNumber, progress: progress || 'unknown' };
}

/** Where a parcel is, is news and no fault: without it the page shows the number all the same. */
async function unlessWeChatFails<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (fault) {
    console.error(JSON.stringify({ operation: 'order.trackParcels', fault: String(fault) }));
    return undefined;
  }
}

async function keepTokens(order: OrderRecord, parcels: readonly ParcelRecord[]): Promise<void> {
  const tokens = new Map(parcels.map(({ trackingNumber, waybillToken }) => [trackingNumber, waybillToken]));
  await changeOrder(order, (each) => {
    const kept = each.parcels.map((parcel) => {
      const waybillToken = parcel.waybillToken ?? tokens.get(parcel.trackingNumber);
      return { ...parcel, ...(waybillToken && { waybillToken }) };
    });
    return accept({ ...each, parcels: kept });
  });
}
