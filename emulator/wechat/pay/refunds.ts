import { randomInt } from 'node:crypto';
import type * as v from 'valibot';
import { PayError } from './PayError';
import type { PayOrder, PayRecords, PayRefund } from './PayRecords';
import type { RefundRequest } from './payRequests';
import { payTime } from './payTime';

const year = 365 * 24 * 3600 * 1000;
const mostRefunds = 50;

/**
 * Makes a refund, or finds the one with the same number and the same fields. Refuses what WeChat Pay refuses: an unpaid
 * or unknown order, another total, more than was paid, more than fifty, later than a year. `takeEnd` says how a new one
 * ends.
 */
export function makeRefund(
  records: PayRecords,
  request: v.InferOutput<typeof RefundRequest>,
  now: number,
  takeEnd: () => PayRefund['status'],
): { refund: PayRefund; isNew: boolean } {
  const known = records.refund(request.out_refund_no);
  if (known) {
    if (JSON.stringify(known.request) === JSON.stringify(request)) return { refund: known, isNew: false };
    throw new PayError(400, 'INVALID_REQUEST', '同一个商户退款单号，请求参数与首次申请不一致');
  }
  const order = findOrder(records, request);
  if (order?.state.is !== 'SUCCESS') throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在或未支付');
  const { transactionId, paidAt } = order.state;
  refuseTooMuch(records, order, request);
  if (now - paidAt > year) throw new PayError(400, 'INVALID_REQUEST', '订单已超过可退款的最大期限');
  const refundId = `5030000${Array.from({ length: 21 }, () => randomInt(10)).join('')}`;
  const outTradeNo = order.request.out_trade_no;
  const refund = { request, outTradeNo, transactionId, refundId, createdAt: now, status: takeEnd() };
  return { refund, isNew: true };
}

/** A refund as asking for it and querying it answer. `status` is how it stands, or how WeChat Pay says it stands. */
export function refundView(refund: PayRefund, order: PayOrder, status = refund.status) {
  const { request } = refund;
  return {
    refund_id: refund.refundId,
    out_refund_no: request.out_refund_no,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: payTime(refund.createdAt),
    ...(status === 'SUCCESS' ? { success_time: payTime(refund.createdAt) } : {}),
    status,
    funds_account: 'UNSETTLED',
    amount: {
      total: order.request.amount.total,
      refund: request.amount.refund,
      payer_total: order.request.amount.total,
      payer_refund: request.amount.refund,
      settlement_refund: request.amount.refund,
      settlement_total: order.request.amount.total,
      discount_refund: 0,
      currency: 'CNY',
    },
  };
}

/** A refund as its notification carries it. */
export function refundNotice(refund: PayRefund, order: PayOrder): Record<string, unknown> {
  const { total } = order.request.amount;
  const { refund: amount } = refund.request.amount;
  return {
    mchid: order.request.mchid,
    out_trade_no: refund.outTradeNo,
    transaction_id: refund.transactionId,
    out_refund_no: refund.request.out_refund_no,
    refund_id: refund.refundId,
    refund_status: refund.status,
    ...(refund.status === 'SUCCESS' && { success_time: payTime(refund.createdAt) }),
    user_received_account: '支付用户零钱',
    amount: { total, refund: amount, payer_total: total, payer_refund: amount },
  };
}

function findOrder(records: PayRecords, request: v.InferOutput<typeof RefundRequest>): PayOrder | undefined {
  if (request.out_trade_no !== undefined) return records.order(request.out_trade_no);
  return records.orderOfTransaction(request.transaction_id ?? '');
}

function refuseTooMuch(records: PayRecords, order: PayOrder, request: v.InferOutput<typeof RefundRequest>): void {
  const { total } = order.request.amount;
  if (request.amount.total !== total) throw new PayError(400, 'INVALID_REQUEST', '订单金额与原支付订单不一致');
  const earlier = records.refundsOf(order.request.out_trade_no).filter(({ status }) => status !== 'CLOSED');
  if (earlier.length >= mostRefunds) throw new PayError(400, 'INVALID_REQUEST', '部分退款次数已达上限');
  const refunded = earlier.reduce((sum, refund) => sum + refund.request.amount.refund, 0);
  if (refunded + request.amount.refund > total) {
    throw new PayError(400, 'INVALID_REQUEST', '申请退款金额大于订单可退金额');
  }
}
