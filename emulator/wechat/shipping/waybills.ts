import * as v from 'valibot';
import type { PayRecords } from '../pay/PayRecords';
import { WeChatError } from '../WeChatError';
import { parseShipping } from './shippingRequests';

const TraceWaybill = v.object({
  openid: v.pipe(v.string(), v.nonEmpty()),
  waybill_id: v.pipe(v.string(), v.nonEmpty()),
  trans_id: v.pipe(v.string(), v.nonEmpty()),
  delivery_id: v.optional(v.string()),
  receiver_phone: v.pipe(v.string(), v.nonEmpty()),
  goods_info: v.object({
    detail_list: v.pipe(
      v.array(v.object({ goods_name: v.pipe(v.string(), v.nonEmpty()), goods_img_url: v.string() })),
      v.nonEmpty(),
    ),
  }),
});

const QueryTrace = v.object({ waybill_token: v.string(), openid: v.optional(v.string()) });

const hour = 3_600_000;
/** How a parcel of this world travels: hours after its number was uploaded, and `waybill_info.status` from then on. */
const journey = [
  [0, 0],
  [2, 1],
  [8, 2],
  [44, 3],
  [48, 4],
] as const;

/**
 * `trace_waybill` of 物流查询组件: takes a parcel's number for a paid order of this person, and answers the token it is
 * asked by. Wrong bodies are 10060014 and unknown orders 10060001, as in 发货信息管理: that is our guess.
 */
export function traceWaybill(records: PayRecords, body: unknown): { waybill_token: string } {
  const { openid, waybill_id, trans_id } = parseShipping(TraceWaybill, body);
  const order = records.orderOfTransaction(trans_id);
  if (order?.request.payer.openid !== openid) throw new WeChatError(10060001, '支付单不存在');
  return { waybill_token: Buffer.from(JSON.stringify({ trans_id, waybill_id })).toString('base64url') };
}

/** `query_trace`: how far the parcel of a token is, by the emulator's clock. Source: 查询运单接口, its `status`. */
export function queryTrace(records: PayRecords, body: unknown, now: number): object {
  const { trans_id, waybill_id } = readToken(parseShipping(QueryTrace, body).waybill_token);
  const order = records.orderOfTransaction(trans_id);
  const shipment = order && records.shipment(order.request.out_trade_no);
  const isOnItsWay = shipment?.upload.shipping_list.some(({ tracking_no }) => tracking_no === waybill_id);
  const hours = shipment && isOnItsWay ? (now - shipment.uploadedAt) / hour : 0;
  const status = journey.filter(([from]) => hours >= from).at(-1)?.[1] ?? 0;
  return { waybill_info: { status, waybill_id } };
}

const Token = v.object({ trans_id: v.string(), waybill_id: v.string() });

function readToken(text: string): v.InferOutput<typeof Token> {
  try {
    return v.parse(Token, JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new WeChatError(10060014, '参数错误: waybill_token');
  }
}
