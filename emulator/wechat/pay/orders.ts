import { randomBytes, randomInt } from 'node:crypto';
import type * as v from 'valibot';
import { localAppId } from '../../localAppId';
import type { MerchantAccount } from './MerchantAccount';
import { PayError } from './PayError';
import type { PayOrder, PayRecords } from './PayRecords';
import type { JsapiOrder } from './payRequests';
import { payTime } from './payTime';

const hour = 3600 * 1000;
/** A prepay_id can be paid for two hours. Source: WeChat Pay, JSAPI/小程序下单. */
const prepayLife = 2 * hour;

/**
 * Takes an order, or finds the one with the same out_trade_no and the same fields and answers its prepay_id. Refuses
 * other fields under a used number, and numbers of orders that are paid or closed.
 */
export function takeOrder(
  records: PayRecords,
  account: MerchantAccount,
  request: v.InferOutput<typeof JsapiOrder>,
  now: number,
): PayOrder {
  if (request.mchid !== account.mchid) throw new PayError(400, 'MCH_NOT_EXISTS', '商户号不存在');
  if (request.appid !== localAppId) throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配');
  const known = records.order(request.out_trade_no);
  if (known?.combine) throw new PayError(403, 'OUT_TRADE_NO_USED', '商户订单号已用于合单');
  if (known) refuseOther(known, request);
  if (known && isPrepayAlive(known, now)) return known;
  const prepay = { prepayId: makePrepayId(), prepayMadeAt: now };
  const order: PayOrder = { ...(known ?? { request, createdAt: now, state: { is: 'NOTPAY' } }), ...prepay };
  records.saveOrder(order);
  return order;
}

/** Whether the prepay_id of an order can still be paid with. */
export const isPrepayAlive = ({ prepayMadeAt }: PayOrder, now: number): boolean => now - prepayMadeAt < prepayLife;

/** Closes an order. A closed or unknown one is answered alike: merchants report 204 for both from WeChat Pay. */
export function closeOrder(records: PayRecords, outTradeNo: string): void {
  const order = records.order(outTradeNo);
  if (order?.state.is === 'SUCCESS') throw new PayError(400, 'ORDERPAID', '该订单已支付');
  if (order) records.saveOrder({ ...order, state: { is: 'CLOSED' } });
}

/** Why an order cannot be paid now, or undefined. After time_expire it stays NOTPAY until the merchant closes it. */
export function whyNotPayable(order: PayOrder, now: number): string | undefined {
  if (order.state.is === 'SUCCESS') return '该订单已支付';
  if (order.state.is === 'CLOSED') return '订单已关闭';
  if (!isPrepayAlive(order, now)) return '订单已过期，请返回商户重新发起支付';
  if (now >= payableUntil(order)) return '订单已超过支付结束时间';
  return undefined;
}

/** An order that has just been paid. */
export function paidOrder(order: PayOrder, now: number): PayOrder {
  const day = payTime(now).slice(0, 10).replaceAll('-', '');
  const transactionId = `42000000${day}${Array.from({ length: 12 }, () => randomInt(10)).join('')}`;
  return { ...order, state: { is: 'SUCCESS', transactionId, paidAt: now } };
}

/** An order as a query answers it and a notification carries it. `refunded`: something of it has been paid back. */
export function transactionView(order: PayOrder, refunded: boolean): Record<string, unknown> {
  const { request, state } = order;
  const named = { appid: request.appid, mchid: request.mchid, out_trade_no: request.out_trade_no };
  const { total, currency } = request.amount;
  if (state.is !== 'SUCCESS') {
    const description = state.is === 'CLOSED' ? '订单已关闭' : '订单未支付';
    return { ...named, trade_state: state.is, trade_state_desc: description, amount: { total, currency }, payer: {} };
  }
  return {
    ...named,
    transaction_id: state.transactionId,
    trade_type: 'JSAPI',
    trade_state: refunded ? 'REFUND' : 'SUCCESS',
    trade_state_desc: refunded ? '订单发生过退款' : '支付成功',
    bank_type: 'OTHERS',
    attach: request.attach ?? '',
    success_time: payTime(state.paidAt),
    payer: { openid: request.payer.openid },
    amount: { total, payer_total: total, currency, payer_currency: currency },
  };
}

function refuseOther(known: PayOrder, request: v.InferOutput<typeof JsapiOrder>): void {
  if (known.state.is === 'SUCCESS') throw new PayError(400, 'ORDERPAID', '该订单已支付');
  if (known.state.is === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '该订单已关闭');
  if (JSON.stringify(known.request) !== JSON.stringify(request)) {
    throw new PayError(403, 'OUT_TRADE_NO_USED', '商户订单号重复，且请求参数与首次下单不一致');
  }
}

/** A new prepay_id. */
export function makePrepayId(): string {
  return `wx${randomBytes(17).toString('hex')}`;
}

// At the earliest one minute after the order, seven days without time_expire, 90 days at most.
function payableUntil({ request, createdAt }: PayOrder): number {
  const wanted = request.time_expire === undefined ? createdAt + 7 * 24 * hour : Date.parse(request.time_expire);
  return Math.min(Math.max(wanted, createdAt + 60_000), createdAt + 90 * 24 * hour);
}
