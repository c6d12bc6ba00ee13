import type { OrderStatus } from '../../shared/order/status';
import { type HoldingOrder, readOrdersWith } from './orders';

/** In these, an order's pieces lie in the shop, though they are sold. */
const inTheShop = ['awaitingPayment', 'paid', 'readyForPickup'] as const satisfies readonly OrderStatus[];

/** A shop's orders of which pieces of these SKUs may still lie in it. */
export async function readHoldingOrders(shopId: string, skuIds: readonly string[]): Promise<HoldingOrder[]> {
  const found = await Promise.all(
    [...inTheShop, 'stockReturns' as const].map((which) => readOrdersWith(shopId, skuIds, which)),
  );
  return [...new Map(found.flat().map((order) => [order._id, order])).values()];
}

/**
 * How many pieces of a SKU lie in the shop for an order: sold and not gone, or back and not in stock yet. `isCounted`
 * tells which moves the stock has already, though the order does not know it yet.
 */
export function heldBy(
  { status, lines, cases, stockReturns }: HoldingOrder,
  skuId: string,
  isCounted: (moveId: string) => boolean,
): number {
  const returning = piecesOf(
    stockReturns.filter(({ moveId }) => !isCounted(moveId)),
    skuId,
  );
  if (!inTheShop.some((each) => each === status)) return returning;
  const refunded = cases.filter((each) => each.status === 'refunding' || each.status === 'refunded');
  const leaving = piecesOf(
    refunded.flatMap((each) => each.lines),
    skuId,
  );
  return piecesOf(lines, skuId) - leaving + returning;
}

const piecesOf = (lines: readonly { skuId: string; quantity: number }[], skuId: string): number =>
  lines.filter((line) => line.skuId === skuId).reduce((sum, { quantity }) => sum + quantity, 0);
