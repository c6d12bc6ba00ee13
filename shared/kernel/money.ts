declare const unit: unique symbol;
/** Money is a whole number of fen (1/100 yuan), never negative; yuan exists only as text on a screen. */
export type Fen = number & { readonly [unit]: 'fen' };

/** The only way into `Fen`. Throws a `RangeError` for anything that is not a whole, safe, non-negative number. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in fen: ${amount}`);
  return amount as Fen;
}

/** Adds amounts in fen; no arguments add up to zero. */
export const sumFen = (...amounts: readonly Fen[]): Fen => fen(amounts.reduce<number>((sum, each) => sum + each, 0));

/** Price of `quantity` pieces at `price` fen each. */
export const timesFen = (price: Fen, quantity: number): Fen => fen(price * quantity);

/**
 * Shares `total` by weight, to the fen: everybody gets their share rounded down, and what is left goes one fen each to
 * those who lost most by rounding, the earlier first. Equal shares when all weights are zero.
 */
export function shareFen(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => (sum === 0 ? 1 / weights.length : weight / sum));
  const shares = parts.map((part) => Math.floor(total * part));
  const lost = (index: number) => total * (parts[index] ?? 0) - (shares[index] ?? 0);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const first = new Set([...shares.keys()].sort((a, b) => lost(b) - lost(a) || a - b).slice(0, left));
  return shares.map((share, index) => fen(first.has(index) ? share + 1 : share));
}

/** `1234` → `12.34`, without the currency sign. No `Intl`: phone engines differ, two decimals do not. */
export const yuan = (amount: Fen): string => (amount / 100).toFixed(2);

/** `1234` → `¥12.34`. */
export const yuanText = (amount: Fen): string => `¥${yuan(amount)}`;
