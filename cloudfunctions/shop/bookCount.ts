import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { adjustmentId } from './adjustStock';
import { readShelves } from './shelf';
import { readSku } from './skus';
import { moveStock } from './stock';
import { readStockMove } from './stockMoves';

/** A count is a difference to what should lie there, and booked only while that is still so (ADR 0017). */
export const bookCount: Handler<ShopContract['bookCount']> = async (input, { openId, now }) => {
  const { shopId, skuId, moveId: clientId, counted, expected } = input;
  const moveId = adjustmentId(shopId, clientId);
  const [sku, booked] = await Promise.all([readSku(skuId), readStockMove(moveId)]);
  if (sku?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
  if (booked || sku.pending[moveId]) return accept({ skuId, stock: sku.stock });

  const shelf = (await readShelves(shopId, [skuId])).get(skuId);
  if (!shelf) return refuse({ code: 'NOT_FOUND' });
  const lying = shelf.sku.stock + shelf.held;
  if (lying !== expected) return refuse({ code: 'SHELF_CHANGED', expected: lying });

  const delta = counted - expected;
  const move = { _id: moveId, shopId, skuId, delta, reason: 'count', note: '', counted, by: openId, at: now } as const;
  const { outcome, stock } = await moveStock(move, shelf.sku);
  // Somebody else booked in this very moment; to count again is to see what they did.
  if (outcome === 'movedMeanwhile') return refuse({ code: 'SHELF_CHANGED', expected: stock + shelf.held });
  if (outcome === 'notFound') return refuse({ code: 'NOT_FOUND' });
  return outcome === 'short' ? refuse({ code: 'NOT_ENOUGH_STOCK', stock }) : accept({ skuId, stock });
};
