import { accept } from '../../shared/kernel/operation';
import type { OrderStatus } from '../../shared/order/status';
import { withCouponBack } from './cases';
import { changeOrder, type Deed, moved } from './changeOrder';
import { finishSoon } from './finishOrder';
import { markPaid } from './markPaid';
import type { OrderRecord } from './OrderRecord';
import { readOrders } from './orders';
import { closePayment, queryPayment } from './wechatPay';

/**
 * Cancels an unpaid order and those placed with it: closes the payment first, so that none can come afterwards, then
 * frees the stock and the coupons. A payment that won the race is honoured. Answers the status that `order` has in the
 * end. Safe twice.
 */
export async function cancelUnpaid(order: OrderRecord, deed: Deed): Promise<OrderStatus> {
  const [{ state, paid }, orders] = await Promise.all([queryPayment(order.checkout), readTogether(order)]);
  if (state === 'unpaid') await closePayment(order.checkout);

  const ended = await Promise.all(
    orders.map(async (each) => {
      const payment = paid.get(each._id);
      return payment ? markPaid(each, payment, deed.at) : cancelOne(each, deed);
    }),
  );
  return ended[orders.findIndex(({ _id }) => _id === order._id)] ?? order.status;
}

/** The orders of a checkout, the one that was read among them. */
export async function readTogether(order: OrderRecord): Promise<OrderRecord[]> {
  const others = order.checkout.orderIds.filter((orderId) => orderId !== order._id);
  return others.length === 0 ? [order] : [order, ...(await readOrders(others))];
}

async function cancelOne(order: OrderRecord, deed: Deed): Promise<OrderStatus> {
  const changed = await changeOrder(order, (each) => accept(cancelled(each, deed)));
  if (!changed.ok) throw new Error('a cancellation is never refused');
  return (await finishSoon(changed.value, deed.at)).status;
}

/** The order after its cancellation, its stock and its coupon still to go back; another status than unpaid stays. */
function cancelled(order: OrderRecord, deed: Deed): OrderRecord {
  if (order.status !== 'awaitingPayment') return order;
  const stockReturns = order.lines.map(({ skuId, quantity }) => ({
    moveId: `release-${order._id}-${skuId}`,
    skuId,
    quantity,
    reason: 'release' as const,
  }));
  return moved(withCouponBack(order), 'cancelled', deed, { cancelledAt: deed.at, stockReturns });
}
