import type { OutputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { _, db, insertMissing, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** One change of one SKU's stock. It is written once and never changed; its id says what it is for. */
export interface StockMoveRecord {
  _id: string;
  shopId: string;
  skuId: string;
  delta: number;
  reason: OutputOf<ShopContract['listStockMoves']>['moves'][number]['reason'];
  note: string;
  orderId?: string;
  /** Of a count: how many there were. */
  counted?: number;
  /** openid of the seller, or of the shopper whose order it was. */
  by: string;
  at: number;
}

const collection = 'stockMoves';

export const readStockMove = (moveId: string): Promise<StockMoveRecord | undefined> =>
  readOne<StockMoveRecord>(collection, moveId);

/** Writes moves that are not there yet. */
export const recordMoves = (moves: readonly StockMoveRecord[]): Promise<void> => insertMissing(collection, moves);

/** Takes back the record of moves that turned out not to have happened (an order that lost to its own double). */
export async function forgetMoves(moveIds: readonly string[]): Promise<void> {
  await db
    .collection(collection)
    .where({ _id: _.in([...moveIds]) })
    .remove();
}

/** A SKU's moves, all or those for one reason, newest first; at most `limit` beyond `place`. */
export async function readMovesOf(
  wanted: Pick<StockMoveRecord, 'skuId' | 'shopId'> & Partial<Pick<StockMoveRecord, 'reason'>>,
  place: Place | undefined,
  limit: number,
): Promise<StockMoveRecord[]> {
  const { data } = await db
    .collection(collection)
    .where(_.and([wanted, beyond('at', 'desc', place)]))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as StockMoveRecord[];
}
