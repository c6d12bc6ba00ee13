import type { Output } from '@shared/contract';
import { type Fen, fen, sumFen } from '@shared/kernel/money';
import { claimsPieces } from '@shared/order/afterSale';
import { boughtOf } from '@shared/order/boughtOf';
import { refundShare } from '@shared/order/refundShare';
import type { WantedLine } from '../lines';

/** What of an order says how much of it can come back. */
export type RefundableOrder = Pick<Output<'order.getOrder'>, 'lines' | 'price' | 'cases' | 'shippedAt' | 'receivedAt'>;

/** How many pieces of a line no living case holds. */
export function piecesLeft(order: RefundableOrder, skuId: string): number {
  const bought = order.lines.find((line) => line.skuId === skuId)?.quantity ?? 0;
  return bought - claimedOf(order, skuId).quantity;
}

/** All pieces that no living case holds. */
export const allPiecesLeft = (order: RefundableOrder): WantedLine[] =>
  order.lines
    .map(({ skuId }) => ({ skuId, quantity: piecesLeft(order, skuId) }))
    .filter(({ quantity }) => quantity > 0);

/**
 * The most that these pieces can get back, to the fen: their shares of what was paid, and the freight with the last
 * piece of an order that was not sent, where gifts go along by themselves. The server counts the same way and has the
 * last word.
 */
export function mostRefund(order: RefundableOrder, wanted: readonly WantedLine[]): Fen {
  const amounts = wanted.flatMap(({ skuId, quantity }) => {
    const line = order.lines.find((each) => each.skuId === skuId);
    return line ? [refundShare(line, claimedOf(order, skuId), quantity)] : [];
  });
  return sumFen(...amounts, takesTheRest(order, wanted) ? freightLeft(order) : fen(0));
}

/** What living cases hold of a line. */
function claimedOf(order: RefundableOrder, skuId: string): { quantity: number; amount: Fen } {
  const held = livingCases(order).flatMap(({ lines }) => lines.filter((line) => line.skuId === skuId));
  return {
    quantity: held.reduce((sum, { quantity }) => sum + quantity, 0),
    amount: sumFen(...held.map(({ amount }) => amount)),
  };
}

const livingCases = ({ cases }: RefundableOrder) => cases.filter(({ status }) => claimsPieces(status));

const takesTheRest = (order: RefundableOrder, wanted: readonly WantedLine[]): boolean =>
  order.shippedAt === undefined &&
  order.receivedAt === undefined &&
  order.lines
    .filter((line) => boughtOf(line) > 0)
    .every(({ skuId }) => {
      const quantity = wanted.find((each) => each.skuId === skuId)?.quantity ?? 0;
      return quantity === piecesLeft(order, skuId);
    });

/** The freight less what cases took beyond their pieces. */
function freightLeft(order: RefundableOrder): Fen {
  const given = livingCases(order).map(({ amount, lines }) => amount - sumFen(...lines.map((line) => line.amount)));
  return fen(
    order.price.freight - order.price.freightOff - given.reduce((sum, beyond) => sum + Math.max(0, beyond), 0),
  );
}
