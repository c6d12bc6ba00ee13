import * as v from 'valibot';
import type { HttpRequest } from '../../server/exchange';
import { PayError } from './PayError';

const bytes = (most: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty(),
    v.check((value) => Buffer.byteLength(value) <= most, `at most ${most} bytes`),
  );

const WholeFen = v.pipe(v.number(), v.integer(), v.minValue(1));
const Time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, 'must be RFC 3339'));

const OutTradeNo = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_\-|*]{6,32}$/, '6 to 32 of 0-9A-Za-z_-|*'));

const NotifyUrl = v.pipe(
  v.string(),
  v.url(),
  v.maxLength(255),
  v.check((url) => !url.includes('?'), 'must not carry parameters'),
);

/** An order as the merchant asks for it. Source: WeChat Pay, JSAPI/小程序下单. */
export const JsapiOrder = v.strictObject({
  appid: bytes(32),
  mchid: bytes(32),
  description: v.pipe(v.string(), v.nonEmpty(), v.maxLength(127)),
  out_trade_no: OutTradeNo,
  time_expire: v.optional(Time),
  attach: v.optional(bytes(128)),
  notify_url: NotifyUrl,
  amount: v.strictObject({ total: WholeFen, currency: v.optional(v.literal('CNY'), 'CNY') }),
  payer: v.strictObject({ openid: bytes(128) }),
  scene_info: v.optional(v.strictObject({ payer_client_ip: bytes(45), device_id: v.optional(bytes(32)) })),
});

/** Closing an order names the merchant again. */
export const CloseOrder = v.strictObject({ mchid: bytes(32) });

/** Several orders paid at once. Source: WeChat Pay, 合单支付 JSAPI/小程序下单: 2 to 10 sub-orders of direct merchants. */
export const CombineOrder = v.pipe(
  v.strictObject({
    combine_appid: bytes(32),
    combine_mchid: bytes(32),
    combine_out_trade_no: OutTradeNo,
    sub_orders: v.pipe(
      v.array(
        v.strictObject({
          mchid: bytes(32),
          attach: bytes(128),
          amount: v.strictObject({ total_amount: WholeFen, currency: v.literal('CNY') }),
          out_trade_no: OutTradeNo,
          description: v.pipe(v.string(), v.nonEmpty(), v.maxLength(127)),
        }),
      ),
      v.minLength(2),
      v.maxLength(10),
    ),
    combine_payer_info: v.strictObject({ openid: bytes(128) }),
    time_expire: v.optional(Time),
    notify_url: NotifyUrl,
  }),
  v.check(
    ({ sub_orders }) => new Set(sub_orders.map((each) => each.out_trade_no)).size === sub_orders.length,
    'sub_orders must not repeat an out_trade_no',
  ),
);

/** Closing a combination names all of its orders. */
export const CloseCombination = v.strictObject({
  combine_appid: bytes(32),
  sub_orders: v.array(v.strictObject({ mchid: bytes(32), out_trade_no: OutTradeNo })),
});

/** A refund as the merchant asks for it. Source: WeChat Pay, 申请退款. */
export const RefundRequest = v.pipe(
  v.strictObject({
    transaction_id: v.optional(bytes(32)),
    out_trade_no: v.optional(bytes(32)),
    out_refund_no: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_\-|*@]{1,64}$/, '1 to 64 of 0-9A-Za-z_-|*@')),
    reason: v.optional(bytes(80)),
    notify_url: v.optional(NotifyUrl),
    amount: v.strictObject({ refund: WholeFen, total: WholeFen, currency: v.literal('CNY') }),
  }),
  v.check(
    ({ transaction_id, out_trade_no }) => (transaction_id === undefined) !== (out_trade_no === undefined),
    'give either transaction_id or out_trade_no',
  ),
);

/** Reads a JSON body in the shape of `schema`, or refuses it with PARAM_ERROR and the field that is wrong. */
export function parsePayRequest<Schema extends v.GenericSchema>(
  request: HttpRequest,
  schema: Schema,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseJson(request.body.toString('utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = `/${(v.getDotPath(issue) ?? '').replaceAll('.', '/')}`;
  const detail = { location: 'body', field, issue: issue.message };
  throw new PayError(400, 'PARAM_ERROR', `参数错误，或模拟器不支持的参数: ${field} ${issue.message}`, detail);
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new PayError(400, 'INVALID_REQUEST', 'HTTP请求的Body不是JSON');
  }
}
