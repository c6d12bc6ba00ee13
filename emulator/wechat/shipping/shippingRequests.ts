import * as v from 'valibot';
import { WeChatError } from '../WeChatError';

/** What a call of 发货信息管理 may carry; whether it fits together is another question. */
export const UploadShippingInfo = v.strictObject({
  order_key: v.strictObject({
    order_number_type: v.optional(v.number(), 0),
    transaction_id: v.optional(v.string(), ''),
    mchid: v.optional(v.string(), ''),
    out_trade_no: v.optional(v.string(), ''),
  }),
  logistics_type: v.optional(v.number(), 0),
  delivery_mode: v.optional(v.number(), 0),
  is_all_delivered: v.optional(v.boolean()),
  shipping_list: v.array(
    v.strictObject({
      tracking_no: v.optional(v.string(), ''),
      express_company: v.optional(v.string(), ''),
      item_desc: v.optional(v.string(), ''),
      contact: v.optional(
        v.strictObject({ consignor_contact: v.optional(v.string()), receiver_contact: v.optional(v.string()) }),
      ),
    }),
  ),
  upload_time: v.optional(v.string(), ''),
  payer: v.strictObject({ openid: v.string() }),
});
export type UploadShippingInfo = v.InferOutput<typeof UploadShippingInfo>;

/** A parcel that lies with its receiver, by the order's number at WeChat Pay or at the merchant. */
export const NotifyConfirmReceive = v.strictObject({
  transaction_id: v.optional(v.string(), ''),
  merchant_id: v.optional(v.string(), ''),
  merchant_trade_no: v.optional(v.string(), ''),
  /** Seconds since 1970. */
  received_time: v.pipe(v.number(), v.integer()),
});

/** Reads a body in this shape, or refuses it with 10060014, naming the field. */
export function parseShipping<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  throw new WeChatError(10060014, `参数错误: ${v.getDotPath(parsed.issues[0]) ?? 'body'}`);
}

const longest = { description: 120, company: 128, number: 128 };
const mostParcels = 15;
const uploadTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/;
/** Some digits hidden, the last four not: `189****1234`, `021-****1234`. */
const masked = /^[\d+-]*\*+[\d*-]*\d{4}(-\d+)?$/;

/**
 * Throws WeChatError with the documented number of what is wrong with an upload. Source: 发货信息录入接口, its error codes.
 * That a missing contact of SF and a contact that is not masked are 10060014 is our guess.
 */
export function refuseBadUpload(upload: UploadShippingInfo): void {
  const { order_key: key, logistics_type: type, delivery_mode: mode, shipping_list: list } = upload;
  const isExpress = type === 1;
  const contacts = list.flatMap(({ contact }) => Object.values(contact ?? {}));
  const rules: readonly [boolean, number, string][] = [
    [key.order_number_type !== 1 && key.order_number_type !== 2, 268485194, '订单单号类型非法'],
    [
      key.order_number_type === 2 && key.transaction_id === '',
      268485195,
      '微信支付单号形式下 transaction_id 字段不能为空',
    ],
    [key.order_number_type === 1 && key.mchid === '', 268485196, '商户侧单号形式下 mchid 字段不能为空'],
    [key.order_number_type === 1 && key.out_trade_no === '', 268485197, '商户侧单号形式下 out_trade_no 字段不能为空'],
    [mode !== 1 && mode !== 2, 268485224, '发货模式非法'],
    [![1, 2, 3, 4].includes(type), 10060005, '物流类型有误'],
    [mode === 1 && list.length !== 1, 268485228, '统一发货模式下物流信息列表长度必须为 1'],
    [mode === 2 && !isExpress, 10060006, '非快递发货时不允许分拆发货'],
    [mode === 2 && upload.is_all_delivered === undefined, 10060007, '分拆发货模式下必须填写 is_all_delivered 字段'],
    [list.length === 0, 10060014, '参数错误: shipping_list'],
    [list.length > mostParcels, 10060024, '物流信息列表太长'],
    [isExpress && list.some(({ tracking_no }) => tracking_no === ''), 268485226, '物流单号不能为空'],
    [isExpress && list.some(({ express_company }) => express_company === ''), 268485227, '物流公司编码不能为空'],
    [list.some(({ express_company }) => express_company.length > longest.company), 10060025, '物流公司编码太长'],
    [list.some(({ tracking_no }) => tracking_no.length > longest.number), 10060026, '物流单号太长'],
    [list.some(({ item_desc }) => item_desc === ''), 10060008, '商品描述 item_desc 字段不能为空'],
    [list.some(({ item_desc }) => item_desc.length > longest.description), 10060009, '商品描述 item_desc 字段太长'],
    [list.some((each) => each.express_company === 'SF' && !each.contact), 10060014, '参数错误: 顺丰须填写联系方式'],
    [
      contacts.some((contact) => contact !== undefined && !masked.test(contact)),
      10060014,
      '参数错误: 联系方式须采用掩码',
    ],
    [!uploadTime.test(upload.upload_time), 268485216, '上传时间非法，请按照 RFC 3339 格式填写'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw new WeChatError(broken[1], broken[2]);
}
