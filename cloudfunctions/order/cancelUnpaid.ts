import type { OrderStatus } from '../../shared/order/status';
import { moveStock } from '../shop/public';
import { markPaid } from './markPaid';
import { moveOrder, noteStockReturned, type OrderRecord, readOrder } from './orders';
import { closePayment, queryPayment } from './wechatPay';

/**
 * Cancels an unpaid order: closes the payment first, so that none can come afterwards, then frees the stock. A payment
 * that won the race is honoured. Answers the status the order has in the end. Safe twice, and after a crash in between.
 */
export async function cancelUnpaid(order: OrderRecord, now: number): Promise<OrderStatus> {
  const transaction = await queryPayment(order._id);
  if (transaction?.trade_state === 'SUCCESS') return markPaid(order._id, transaction);
  if (transaction?.trade_state === 'NOTPAY') await closePayment(order._id);

  if (await moveOrder(order._id, 'awaitingPayment', 'cancelled', { cancelledAt: now, stockReturned: false })) {
    await returnStock(order, now);
    return 'cancelled';
  }
  return (await readOrder(order._id))?.status ?? order.status;
}

/** Puts the stock of a cancelled order back, once for each line. */
export async function returnStock(order: OrderRecord, now: number): Promise<void> {
  await Promise.all(
    order.lines.map(({ skuId, quantity }) =>
      moveStock({
        _id: `release-${order._id}-${skuId}`,
        shopId: order.shopId,
        skuId,
        delta: quantity,
        reason: 'release',
        note: '',
        orderId: order._id,
        by: order.openId,
        at: now,
      }),
    ),
  );
  await noteStockReturned(order._id);
}
