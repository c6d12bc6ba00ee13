import type { PayOrder, PayRecords, Shipment } from '../pay/PayRecords';
import { WeChatError } from '../WeChatError';
import {
  NotifyConfirmReceive,
  parseShipping,
  refuseBadUpload,
  type UploadShippingInfo as Upload,
  UploadShippingInfo,
} from './shippingRequests';

/** Once, and one correction. */
const mostUploads = 2;

/**
 * `upload_shipping_info` of 发货信息管理: notes how a paid order was sent. The same again is 10060023, a second correction
 * 10060003, the order of another payer 10060031. Source: 小程序发货信息管理服务, 发货信息录入接口.
 */
export function uploadShippingInfo(records: PayRecords, body: unknown, now: number): void {
  const upload = parseShipping(UploadShippingInfo, body);
  refuseBadUpload(upload);
  const { order_key: key, payer } = upload;
  const order = paidOrder(records, key.order_number_type === 2 ? '' : key.out_trade_no, key.transaction_id, key.mchid);
  if (order.request.payer.openid !== payer.openid) {
    throw new WeChatError(10060031, '该笔支付单不属于 openid 所指定的用户');
  }
  const { out_trade_no: outTradeNo, amount } = order.request;
  const refunded = records.refundsOf(outTradeNo).filter(({ status }) => status === 'SUCCESS');
  const back = refunded.reduce((sum, { request }) => sum + request.amount.refund, 0);
  if (back >= amount.total) throw new WeChatError(10060004, '支付单处于不可发货的状态');

  const known = records.shipment(outTradeNo);
  if (known && contentOf(known.upload) === contentOf(upload)) throw new WeChatError(10060023, '发货信息未更新');
  if (known && known.uploads >= mostUploads) throw new WeChatError(10060003, '支付单已使用重新发货机会');
  records.saveShipment({ ...known, outTradeNo, upload, uploads: (known?.uploads ?? 0) + 1, uploadedAt: now });
}

/**
 * `notify_confirm_receive`: WeChat asks the payer to confirm the receipt, once for an order. That it refuses a second
 * time, and an order that was not sent, as 10060014 is our guess.
 */
export function notifyConfirmReceive(records: PayRecords, body: unknown, now: number): void {
  const { merchant_trade_no, transaction_id, merchant_id } = parseShipping(NotifyConfirmReceive, body);
  const order = paidOrder(records, merchant_trade_no, transaction_id, merchant_id);
  const shipment = records.shipment(order.request.out_trade_no);
  if (!shipment) throw new WeChatError(10060014, '参数错误: 支付单未发货');
  if (shipment.remindedAt !== undefined) throw new WeChatError(10060014, '参数错误: 每个订单仅可提醒一次');
  records.saveShipment({ ...shipment, remindedAt: now });
}

function paidOrder(records: PayRecords, outTradeNo: string, transactionId: string, mchid: string): PayOrder {
  const order = outTradeNo === '' ? records.orderOfTransaction(transactionId) : records.order(outTradeNo);
  const isMerchants = outTradeNo === '' || order?.request.mchid === mchid;
  if (!order || !isMerchants || order.state.is !== 'SUCCESS') throw new WeChatError(10060001, '支付单不存在');
  return order;
}

/** What an upload says, but for when it says it. */
const contentOf = ({ upload_time: _time, ...content }: Upload | Shipment['upload']): string => JSON.stringify(content);
