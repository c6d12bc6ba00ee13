import { type Fen, fen } from '../../shared/kernel/money';
import { originKey, originsOfChannel } from '../../shared/traffic/touch';
import { _, db } from '../_runtime/database';

/** Orders of one origin that were paid in some time. Amounts are fen. */
export interface PaymentSum {
  origin: string;
  orders: number;
  /** Of these, those of persons who had bought there before. */
  again: number;
  paid: Fen;
  /** What coupons took off them, goods and freight, and what the gifts of coupons are sold for. */
  couponOff: Fen;
}

/** What went back in some time, of orders of one origin. */
export interface RefundSum {
  origin: string;
  refunded: Fen;
}

const $ = _.aggregate;
/** Orders from before there were credits were brought by nobody knows what. */
const creditedTo = $.ifNull(['$credit.origin', originKey(undefined)]);
/** More origins than a shop has in a day: each channel and article is one. */
const mostOrigins = 1_000;

/** What was paid to a shop in a time (ms, without its end), by what brought the orders. Added up in the database. */
export async function sumPayments(shopId: string, from: number, until: number): Promise<PaymentSum[]> {
  const { data } = await db
    .collection('orders')
    .aggregate()
    .match({ shopId, 'payment.paidAt': _.gte(from).and(_.lt(until)) })
    .group({
      _id: creditedTo,
      orders: $.sum(1),
      again: $.sum($.cond(['$credit.again', 1, 0])),
      paid: $.sum('$payment.amount'),
      couponOff: $.sum($.add(['$price.couponOff', '$price.freightOff', $.ifNull(['$coupon.giftWorth', 0])])),
    })
    .limit(mostOrigins)
    .end();
  return (data as { _id: string; orders: number; again: number; paid: number; couponOff: number }[]).map(
    ({ _id: origin, paid, couponOff, ...counts }) => ({
      ...counts,
      origin,
      paid: fen(paid),
      couponOff: fen(couponOff),
    }),
  );
}

/** What went back to payers of a shop in a time (ms, without its end), by what brought their orders. */
export async function sumRefunds(shopId: string, from: number, until: number): Promise<RefundSum[]> {
  const { data } = await db
    .collection('orders')
    .aggregate()
    .match({ shopId, 'refunds.doneAt': _.gte(from).and(_.lt(until)) })
    .unwind('$refunds')
    .match({ 'refunds.state': 'done', 'refunds.doneAt': _.gte(from).and(_.lt(until)) })
    .group({ _id: creditedTo, refunded: $.sum('$refunds.amount') })
    .limit(mostOrigins)
    .end();
  return (data as { _id: string; refunded: number }[]).map(({ _id, refunded }) => ({
    origin: _id,
    refunded: fen(refunded),
  }));
}

/** What was ordered and paid at a shop because of a channel. Added up in the database. */
export async function sumOfChannel(shopId: string, channel: string): Promise<{ orders: number; paid: Fen }> {
  const { data } = await db
    .collection('orders')
    .aggregate()
    .match({ shopId, 'credit.origin': _.in(originsOfChannel(channel)), 'payment.paidAt': _.gt(0) })
    .group({ _id: null, orders: $.sum(1), paid: $.sum('$payment.amount') })
    .end();
  const [{ orders, paid } = { orders: 0, paid: 0 }] = data as { orders: number; paid: number }[];
  return { orders, paid: fen(paid) };
}
