import { callWeChat } from '../_runtime/callWeChat';
import { setting } from '../_runtime/setting';
import type { OrderRecord, ParcelRecord } from './OrderRecord';

// 小程序发货信息管理服务: WeChat keeps the money of physical goods until it knows how they were sent.
// https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html
// An order of a combined payment has an out_trade_no and a transaction of its own, so it is uploaded like any other;
// upload_combined_shipping_info would only save a call, and tie one shop's parcel to another's.

const logistics = { express: 1, sameCity: 2, pickup: 4 } as const;
const inOneParcel = 1;
const inSeveralParcels = 2;

/**
 * Tells WeChat how an order was sent, or corrects that: the same call again, once. `at` orders the calls. Throws
 * `WeChatRefused` with WeChat's number.
 */
export async function uploadShippingInfo(order: OrderRecord, at: number, now: number): Promise<void> {
  await callWeChat('wxa/sec/order/upload_shipping_info', shippingInfoOf(order, at), now);
}

/** Lets WeChat ask the payer to confirm the receipt. WeChat does so once for each order. */
export async function askToConfirmReceipt({ _id }: OrderRecord, at: number, now: number): Promise<void> {
  const named = { merchant_id: setting('WECHAT_PAY_MCHID'), merchant_trade_no: _id };
  const received = { received_time: Math.floor(at / 1000) };
  await callWeChat('wxa/sec/order/notify_confirm_receive', { ...named, ...received }, now);
}

/** What WeChat is told about how an order was sent. */
function shippingInfoOf(order: OrderRecord, at: number): object {
  const { _id, openId, way, parcels } = order;
  const isSplit = parcels.length > 1;
  const withoutCarrier = way === 'pickup' ? logistics.pickup : logistics.sameCity;
  return {
    order_key: { order_number_type: 1, mchid: setting('WECHAT_PAY_MCHID'), out_trade_no: _id },
    // What a carrier's number was given for went by a carrier, whatever the buyer had chosen.
    logistics_type: parcels.length > 0 ? logistics.express : withoutCarrier,
    delivery_mode: isSplit ? inSeveralParcels : inOneParcel,
    ...(isSplit && { is_all_delivered: true }),
    shipping_list:
      parcels.length > 0 ? parcels.map((each) => parcelOf(order, each)) : [{ item_desc: descriptionOf(order) }],
    upload_time: chinaTime(at),
    payer: { openid: openId },
  };
}

const parcelOf = (order: OrderRecord, { carrier, trackingNumber }: ParcelRecord) => ({
  tracking_no: trackingNumber,
  express_company: carrier,
  item_desc: descriptionOf(order),
  // Only SF must have it; with the last four digits its parcels can be followed.
  ...(carrier === 'SF' && { contact: { receiver_contact: masked(order.receiver.phone) } }),
});

const descriptionOf = ({ lines }: OrderRecord): string =>
  lines
    .map(({ name, quantity }) => `${name}*${quantity}`)
    .join('，')
    .slice(0, 120);

/** `13800001234` as `138****1234`. */
const masked = (phone: string): string => `${phone.slice(0, -8)}****${phone.slice(-4)}`;

const eightHours = 8 * 3_600_000;
/** RFC 3339 in China's time, with milliseconds. */
const chinaTime = (at: number): string => new Date(at + eightHours).toISOString().replace('Z', '+08:00');
