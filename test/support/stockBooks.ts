import type { SkuRecord } from '../../cloudfunctions/shop/skus';
import type { StockMoveRecord } from '../../cloudfunctions/shop/stockMoves';
import type { CloudBase } from './connect';

/** One SKU's books: its record and every move of it. */
export interface StockBooks {
  sku: SkuRecord;
  moves: readonly StockMoveRecord[];
  /** First stock and all moves added up; invariant 1 says that it equals `sku.stock`. */
  adjusted: number;
  /** What the SKU says was sold, less what its moves tell: sold before the moves began, so it never changes. */
  soldBefore: number;
}

/** Reads a SKU with all its moves. */
export async function stockBooks(cloudbase: CloudBase, skuId: string): Promise<StockBooks> {
  const [found, moves] = await Promise.all([
    cloudbase.database().collection('skus').doc(skuId).get(),
    readMoves(cloudbase, skuId, ''),
  ]);
  const sku = found.data[0] as SkuRecord;
  const sum = (some: readonly StockMoveRecord[]) => some.reduce((total, { delta }) => total + delta, 0);
  const ofSales = moves.filter(({ reason }) => ['sale', 'release', 'return'].includes(reason));
  return { sku, moves, adjusted: sku.initialStock + sum(moves), soldBefore: (sku.sold ?? 0) + sum(ofSales) };
}

const pageSize = 1_000;

/** The moves of a SKU whose id comes after `after`, however many there are. */
async function readMoves(cloudbase: CloudBase, skuId: string, after: string): Promise<readonly StockMoveRecord[]> {
  const db = cloudbase.database();
  const wanted = { skuId, _id: db.command.gt(after) };
  const { data } = await db.collection('stockMoves').where(wanted).orderBy('_id', 'asc').limit(pageSize).get();
  const page = data as StockMoveRecord[];
  const last = page.at(-1);
  return last && page.length === pageSize ? [...page, ...(await readMoves(cloudbase, skuId, last._id))] : page;
}
