import { accept } from '../../shared/kernel/operation';
import { giveBackCoupon } from '../coupon/public';
import { moveStock } from '../shop/public';
import { closeCase } from './cases';
import { changeOrder, moved, noted } from './changeOrder';
import type { OrderRecord, RefundRecord, StockReturn } from './OrderRecord';
import { tellShipping } from './tellShipping';
import { refundPayment } from './wechatPay';

/**
 * Does what an order still owes: puts stock back, gives its coupon back, sends money back, tells WeChat how it was sent.
 * Everything in it is safe twice, so the one who changed the order tries at once and the clock tries again. Answers the
 * order as it stands then.
 */
export async function finishOrder(order: OrderRecord, now: number): Promise<OrderRecord> {
  const { stockReturns, coupon } = order;
  let settled = stockReturns.length > 0 || coupon?.state === 'toReturn' ? await returnGoods(order, now) : order;
  for (const refund of settled.refunds.filter(({ state }) => state === 'underWay')) {
    settled = await noteRefund(settled, refund.refundId, await refundPayment(settled, refund), now);
  }
  return tellShipping(settled, now);
}

/** Tries to do at once what an order owes. A fault leaves it to the clock: what was decided stands, and the caller is told. */
export async function finishSoon(order: OrderRecord, now: number): Promise<OrderRecord> {
  try {
    return await finishOrder(order, now);
  } catch (fault) {
    const text = fault instanceof Error ? fault.stack : String(fault);
    console.error(JSON.stringify({ operation: 'order.finishSoon', orderId: order._id, fault: text }));
    return order;
  }
}

/** Notes how a refund stands, as WeChat Pay answered or notified it. */
export async function noteRefund(
  order: OrderRecord,
  refundId: string,
  state: RefundRecord['state'],
  now: number,
): Promise<OrderRecord> {
  const changed = await changeOrder(order, (each) => accept(withRefund(each, refundId, state, now)));
  if (!changed.ok) throw new Error('a refund is never refused');
  return changed.value;
}

/** The order after news of a refund. What is done stays done, whatever comes late. */
function withRefund(order: OrderRecord, refundId: string, state: RefundRecord['state'], now: number): OrderRecord {
  const refund = order.refunds.find((each) => each.refundId === refundId);
  if (!refund || refund.state === state || refund.state === 'done') return order;
  const settled: RefundRecord = { ...refund, state, ...(state === 'done' && { doneAt: now }) };
  const refunds = order.refunds.map((each) => (each === refund ? settled : each));
  const deed = { at: now, by: 'WeChat Pay' };
  const next = noted({ ...order, refunds }, { ...deed, what: `refund.${state}`, note: '' });
  if (state !== 'done') return next;

  const closed = refund.caseId ? closeCase(next, refund.caseId) : next;
  const allDone = order.status === 'refunding' && refunds.every((each) => each.state === 'done');
  return allDone ? moved(closed, 'refunded', deed) : closed;
}

/** Puts back the stock and the coupon that the order says, and notes that they are back. */
async function returnGoods(order: OrderRecord, now: number): Promise<OrderRecord> {
  const { stockReturns, coupon, attemptKey: key } = order;
  const owesCoupon = coupon?.state === 'toReturn';
  await Promise.all([
    ...stockReturns.map((each) => returnOne(order, each, now)),
    ...(owesCoupon ? [giveBackCoupon({ couponId: coupon.couponId, key })] : []),
  ]);
  const done = new Set(stockReturns.map(({ moveId }) => moveId));
  const changed = await changeOrder(order, (each) => {
    const left = each.stockReturns.filter(({ moveId }) => !done.has(moveId));
    const back = owesCoupon && each.coupon?.state === 'toReturn';
    if (left.length === each.stockReturns.length && !back) return accept(each);
    return accept({
      ...each,
      stockReturns: left,
      ...(back && each.coupon && { coupon: { ...each.coupon, state: 'returned' as const } }),
    });
  });
  if (!changed.ok) throw new Error('what came back is never refused');
  return changed.value;
}

const returnOne = (order: OrderRecord, { moveId, skuId, quantity, reason }: StockReturn, now: number) =>
  moveStock({
    _id: moveId,
    shopId: order.shopId,
    skuId,
    delta: quantity,
    reason,
    note: '',
    orderId: order._id,
    by: order.openId,
    at: now,
  });
