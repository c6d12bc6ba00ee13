import { fen } from '../../shared/kernel/money';
import type { OrderStatus } from '../../shared/order/status';
import { moveOrder, type OrderRecord, type PaymentRecord, readOrder } from './orders';
import { refundPayment, type Transaction } from './wechatPay';

/**
 * Brings an order in line with a payment that WeChat Pay confirmed. Safe twice, late and out of order: an order that
 * was cancelled meanwhile is refunded instead of revived. Throws when the amount is not the order's, for a person to see.
 */
export async function markPaid(orderId: string, transaction: Transaction): Promise<OrderStatus> {
  const payment = paymentOf(orderId, transaction);
  // Twice at most: between our read and our write, an unpaid order can only have been paid or cancelled.
  for (let round = 0; round < 3; round += 1) {
    const order = await readOrder(orderId);
    if (!order) throw new Error(`WeChat Pay confirmed a payment for order ${orderId}, which we do not have`);
    const to = decidePayment(order, payment);
    if (to === 'nothing') return order.status;
    if (await moveOrder(orderId, order.status, to, { payment })) {
      return to === 'refunding' ? refundOrder({ ...order, status: to, payment }) : to;
    }
  }
  throw new Error(`order ${orderId} keeps changing`);
}

/** What a confirmed payment does to an order as it stands. */
export function decidePayment(order: OrderRecord, payment: PaymentRecord): 'paid' | 'refunding' | 'nothing' {
  if (payment.amount !== order.price.toPay) {
    throw new Error(`order ${order._id} costs ${order.price.toPay} fen but ${payment.amount} fen were paid`);
  }
  if (order.status === 'awaitingPayment') return 'paid';
  return order.status === 'cancelled' ? 'refunding' : 'nothing';
}

/** Sends the money of an order in `refunding` back; `refunded` once WeChat Pay says so. Safe twice. */
export async function refundOrder(order: OrderRecord): Promise<OrderStatus> {
  const state = await refundPayment(order._id, order.price.toPay, '订单已取消');
  if (state === 'underWay') return 'refunding';
  await moveOrder(order._id, 'refunding', 'refunded');
  return 'refunded';
}

function paymentOf(
  orderId: string,
  { transaction_id: transactionId, amount, success_time: at }: Transaction,
): PaymentRecord {
  if (!transactionId || !amount || !at) throw new Error(`incomplete payment for order ${orderId}`);
  return { transactionId, amount: fen(amount.total), paidAt: Date.parse(at) };
}
