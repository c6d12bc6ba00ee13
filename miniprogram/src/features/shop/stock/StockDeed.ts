import type { Input, Refusal } from '@shared/contract';

/** What somebody in the shop did to the stock of one SKU, as the phone keeps it until the shop knows. */
export type StockDeed = Adjusting | Counting | Undoing;

interface AnyDeed {
  shopId: string;
  /** Made on this phone; the shop changes stock once for each. An undoing has that of what it undoes. */
  moveId: string;
  skuId: string;
  /** Product and choice, for people to read. */
  name: string;
}

/** Pieces came in or went out. */
export interface Adjusting extends AnyDeed {
  kind: 'adjust';
  delta: number;
  reason: Input<'shop.adjustStock'>['reason'];
  note: string;
}

/** Somebody counted what lies there: `counted`, where the book said `expected`. */
export interface Counting extends AnyDeed {
  kind: 'count';
  counted: number;
  expected: number;
}

/** An adjustment or a count is taken back. */
export interface Undoing extends AnyDeed {
  kind: 'undo';
}

/** Why the shop did not do it. */
export type StockRefusal = Exclude<
  Refusal<'shop.adjustStock'> | Refusal<'shop.bookCount'> | Refusal<'shop.undoAdjustment'>,
  { code: 'TRY_AGAIN' | 'TOO_OFTEN' }
>;

/** What a deed changes of the stock that the shop knows; an undoing is not known by itself. */
export function deltaOf(deed: StockDeed): number {
  if (deed.kind === 'adjust') return deed.delta;
  return deed.kind === 'count' ? deed.counted - deed.expected : 0;
}

/** Two deeds with the same key are the same deed. */
export const keyOf = ({ kind, moveId }: StockDeed): string => (kind === 'undo' ? `undo-${moveId}` : moveId);
