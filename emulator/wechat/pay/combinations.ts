import type * as v from 'valibot';
import { localAppId } from '../../localAppId';
import type { MerchantAccount } from './MerchantAccount';
import { isPrepayAlive, makePrepayId } from './orders';
import { PayError } from './PayError';
import type { PayOrder, PayRecords } from './PayRecords';
import type { CloseCombination, CombineOrder } from './payRequests';
import { payTime } from './payTime';

type Request = v.InferOutput<typeof CombineOrder>;

/**
 * Takes the orders of a combination, or finds those with the same number and the same fields. Refuses what WeChat Pay
 * refuses: other fields under a used number, orders that are known already, and those that are paid or closed.
 */
export function takeCombination(
  records: PayRecords,
  account: MerchantAccount,
  request: Request,
  now: number,
): PayOrder[] {
  refuseForeign(account, request);
  const known = records.ordersOfCombination(request.combine_out_trade_no);
  for (const order of known) refuseOther(order, request);
  const [first] = known;
  if (first && isPrepayAlive(first, now)) return known;
  const taken = request.sub_orders.find(({ out_trade_no }) => !first && records.order(out_trade_no));
  if (taken) throw new PayError(403, 'OUT_TRADE_NO_USED', `商户订单号重复: ${taken.out_trade_no}`);

  const prepayId = makePrepayId();
  const orders = request.sub_orders.map((_sub, place) =>
    partOf(request, place, prepayId, first?.createdAt ?? now, now),
  );
  records.atomically(() => {
    for (const order of orders) records.saveOrder(order);
  });
  return orders;
}

/** Closes all orders of a combination, which must be named completely. An unknown one is answered alike. */
export function closeCombination(
  records: PayRecords,
  combineOutTradeNo: string,
  { sub_orders }: v.InferOutput<typeof CloseCombination>,
): void {
  const orders = records.ordersOfCombination(combineOutTradeNo);
  if (orders.length === 0) return;
  const named = new Set(sub_orders.map(({ out_trade_no }) => out_trade_no));
  if (named.size !== orders.length || orders.some(({ request }) => !named.has(request.out_trade_no))) {
    throw new PayError(400, 'PARAM_ERROR', '参数错误: sub_orders 须与合单下单时一致');
  }
  if (orders.some(({ state }) => state.is === 'SUCCESS')) throw new PayError(400, 'ORDERPAID', '该订单已支付');
  records.atomically(() => {
    for (const order of orders) records.saveOrder({ ...order, state: { is: 'CLOSED' } });
  });
}

/** A combination as a query answers it and a notification carries it. `isRefunded` says it of one out_trade_no. */
export function combinationView(
  orders: readonly PayOrder[],
  isRefunded: (outTradeNo: string) => boolean,
): Record<string, unknown> {
  const request = orders[0]?.combine?.request;
  if (!request) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在');
  const { combine_appid, combine_mchid, combine_out_trade_no, combine_payer_info } = request;
  return {
    ...{ combine_appid, combine_mchid, combine_out_trade_no, combine_payer_info },
    sub_orders: orders.map((order) => partView(order, isRefunded(order.request.out_trade_no))),
  };
}

function partView({ request, state }: PayOrder, refunded: boolean): Record<string, unknown> {
  const { total, currency } = request.amount;
  const named = { mchid: request.mchid, out_trade_no: request.out_trade_no, attach: request.attach };
  if (state.is !== 'SUCCESS') return { ...named, trade_state: state.is, amount: { total_amount: total, currency } };
  return {
    ...named,
    trade_type: 'JSAPI',
    trade_state: refunded ? 'REFUND' : 'SUCCESS',
    bank_type: 'OTHERS',
    success_time: payTime(state.paidAt),
    transaction_id: state.transactionId,
    amount: { total_amount: total, currency, payer_amount: total, payer_currency: currency },
  };
}

function partOf(request: Request, place: number, prepayId: string, createdAt: number, now: number): PayOrder {
  const sub = request.sub_orders[place];
  if (!sub) throw new RangeError(`no sub-order at ${place}`);
  return {
    request: {
      appid: request.combine_appid,
      mchid: sub.mchid,
      description: sub.description,
      out_trade_no: sub.out_trade_no,
      ...(request.time_expire !== undefined && { time_expire: request.time_expire }),
      attach: sub.attach,
      notify_url: request.notify_url,
      amount: { total: sub.amount.total_amount, currency: sub.amount.currency },
      payer: request.combine_payer_info,
    },
    combine: { request, place },
    ...{ createdAt, prepayId, prepayMadeAt: now, state: { is: 'NOTPAY' } },
  };
}

function refuseForeign(account: MerchantAccount, { combine_mchid, combine_appid, sub_orders }: Request): void {
  const merchants = [combine_mchid, ...sub_orders.map(({ mchid }) => mchid)];
  if (merchants.some((mchid) => mchid !== account.mchid)) throw new PayError(400, 'MCH_NOT_EXISTS', '商户号不存在');
  if (combine_appid !== localAppId) throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配');
}

function refuseOther({ state, combine }: PayOrder, request: Request): void {
  if (state.is === 'SUCCESS') throw new PayError(400, 'ORDERPAID', '该订单已支付');
  if (state.is === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '该订单已关闭');
  if (JSON.stringify(combine?.request) !== JSON.stringify(request)) {
    throw new PayError(403, 'OUT_TRADE_NO_USED', '合单商户订单号重复，且请求参数与首次下单不一致');
  }
}
