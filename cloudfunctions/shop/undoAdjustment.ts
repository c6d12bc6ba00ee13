import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { adjustmentId } from './adjustStock';
import { readSku } from './skus';
import { moveStock } from './stock';
import { readStockMove } from './stockMoves';

export const undoAdjustment: Handler<ShopContract['undoAdjustment']> = async ({ shopId, moveId }, { openId, now }) => {
  const adjusted = adjustmentId(shopId, moveId);
  const undoId = `undo-${adjusted}`;
  const [move, undone] = await Promise.all([readStockMove(adjusted), readStockMove(undoId)]);
  if (!move) return refuse({ code: 'NOT_FOUND' });
  if (undone) return accept({ skuId: move.skuId, stock: (await readSku(move.skuId))?.stock ?? 0 });

  const { skuId, delta } = move;
  const undo = { _id: undoId, shopId, skuId, delta: -delta, reason: 'undo', note: '', by: openId, at: now } as const;
  const { outcome, stock } = await moveStock(undo);
  return outcome === 'short' ? refuse({ code: 'NOT_ENOUGH_STOCK', stock }) : accept({ skuId, stock });
};
