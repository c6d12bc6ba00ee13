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

/** `1234` → `12.34`, without the currency sign. No `Intl`: phone engines differ, two decimals do not. */
export const yuan = (amount: Fen): string => (amount / 100).toFixed(2);

/** `1234` → `¥12.34`. */
export const yuanText = (amount: Fen): string => `¥${yuan(amount)}`;
