import { type Fen, fen } from '../kernel/money';

/** What cases have already claimed of a line. */
export interface Claimed {
  quantity: number;
  amount: Fen;
}

/**
 * The most that `quantity` more pieces of a line can get back, of what the line has paid after discounts. Whoever takes
 * the last pieces takes the rest of the money, so that all of a line's refunds add up to what it paid, to the fen.
 */
export function refundShare(line: { paid: Fen; quantity: number }, claimed: Claimed, quantity: number): Fen {
  const left = line.paid - claimed.amount;
  if (claimed.quantity + quantity >= line.quantity) return fen(left);
  return fen(Math.min(left, Math.floor((line.paid * quantity) / line.quantity)));
}
