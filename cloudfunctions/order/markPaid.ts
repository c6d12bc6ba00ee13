import { accept } from '../../shared/kernel/operation';
import type { OrderStatus } from '../../shared/order/status';
import { changeOrder, moved } from './changeOrder';
import { finishSoon } from './finishOrder';
import type { OrderRecord, PaymentRecord } from './OrderRecord';

/** A payment of another amount than the order's: whoever reports it is told so, and nothing changes. */
export class WrongAmount extends Error {}

/**
 * Brings an order in line with a payment that WeChat Pay confirmed. Safe twice, late and out of order: an order that
 * was cancelled meanwhile is refunded instead of revived. Throws `WrongAmount` when the amount is not the order's.
 */
export async function markPaid(order: OrderRecord, payment: PaymentRecord, now: number): Promise<OrderStatus> {
  const changed = await changeOrder(order, (each) => accept(withPayment(each, payment, now)));
  if (!changed.ok) throw new Error('a payment is never refused');
  const { value: paid } = changed;
  return paid.status === 'refunding' ? (await finishSoon(paid, now)).status : paid.status;
}

/** Throws `WrongAmount` unless the payment is over what the order costs. */
export function requireAmount({ _id, price }: OrderRecord, { amount }: PaymentRecord): void {
  if (amount !== price.toPay)
    throw new WrongAmount(`order ${_id} costs ${price.toPay} fen but ${amount} fen were paid`);
}

/** The order after a confirmed payment. */
export function withPayment(order: OrderRecord, payment: PaymentRecord, now: number): OrderRecord {
  requireAmount(order, payment);
  const deed = { at: now, by: 'WeChat Pay' };
  if (order.status === 'awaitingPayment') return moved(order, 'paid', deed, { payment });
  if (order.status !== 'cancelled') return order;
  const refund = {
    refundId: `${order._id}-late`,
    amount: payment.amount,
    reason: '订单已取消',
    state: 'underWay' as const,
    startedAt: now,
  };
  return moved(order, 'refunding', { ...deed, note: refund.reason }, { payment, refunds: [...order.refunds, refund] });
}
