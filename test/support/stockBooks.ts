import type { SkuRecord } from '../../cloudfunctions/shop/skus';
import type { StockMoveRecord } from '../../cloudfunctions/shop/stockMoves';
import type { CloudBase } from './connect';

/** One SKU's books: its record and every move of it. */
export interface StockBooks {
  sku: SkuRecord;
  moves: readonly StockMoveRecord[];
  /** First stock and all moves added up; invariant 1 says that it equals `sku.stock`. */
  adjusted: number;
}

/** Reads a SKU with all its moves. */
export async function stockBooks(cloudbase: CloudBase, skuId: string): Promise<StockBooks> {
  const db = cloudbase.database();
  const [found, moves] = await Promise.all([
    db.collection('skus').doc(skuId).get(),
    db.collection('stockMoves').where({ skuId }).limit(1_000).get(),
  ]);
  const sku = found.data[0] as SkuRecord;
  const records = moves.data as StockMoveRecord[];
  return { sku, moves: records, adjusted: records.reduce((sum, move) => sum + move.delta, sku.initialStock) };
}
