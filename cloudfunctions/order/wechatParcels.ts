import type { ParcelProgress } from '../../shared/order/parcelProgress';
import { callWeChat } from '../_runtime/callWeChat';
import type { OrderRecord, ParcelRecord, PaymentRecord } from './OrderRecord';

// 物流查询组件: WeChat follows a parcel of an order that was paid with it. The account must have the component switched on.
// https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html

/** Names a parcel to WeChat; answers the token it is asked by from then on. Throws `WeChatRefused`. */
export async function registerParcel(
  { _id, openId, lines, receiver }: OrderRecord,
  { transactionId }: PaymentRecord,
  { carrier, trackingNumber }: ParcelRecord,
  now: number,
): Promise<string> {
  const goods = lines.map(({ name, picture }) => ({ goods_name: name, goods_img_url: addressOf(picture) }));
  const answer = await callWeChat(
    'cgi-bin/express/delivery/open_msg/trace_waybill',
    {
      openid: openId,
      waybill_id: trackingNumber,
      delivery_id: carrier,
      trans_id: transactionId,
      receiver_phone: receiver.phone,
      goods_info: { detail_list: goods },
      order_detail_path: `packages/trade/order/index?orderId=${_id}`,
    },
    now,
  );
  return (answer as { waybill_token: string }).waybill_token;
}

/** Asks how far a parcel is. Throws `WeChatRefused`. */
export async function askProgress(waybillToken: string, openId: string, now: number): Promise<ParcelProgress> {
  const asked = { waybill_token: waybillToken, openid: openId };
  const answer = await callWeChat('cgi-bin/express/delivery/open_msg/query_trace', asked, now);
  return progressBy[(answer as { waybill_info: { status: number } }).waybill_info.status] ?? 'unknown';
}

/** `waybill_info.status` of query_trace. */
const progressBy: Record<number, ParcelProgress> = {
  0: 'waiting',
  1: 'pickedUp',
  2: 'underWay',
  3: 'delivering',
  4: 'delivered',
  5: 'trouble',
  // Somebody signed in the receiver's place.
  6: 'delivered',
  7: 'trouble',
  8: 'trouble',
  11: 'trouble',
  13: 'returning',
  14: 'returning',
};

/** The address of a file in cloud storage: `cloud://environment.bucket/path`. */
const addressOf = (fileId: string): string =>
  fileId.replace(/^cloud:\/\/[^./]+\.([^/]+)\//, 'https://$1.tcb.qcloud.la/');
