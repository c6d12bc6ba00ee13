import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { adjustmentId } from './adjustStock';
import { moveStock } from './stock';
import { readStockMove } from './stockMoves';

export const undoAdjustment: Handler<ShopContract['undoAdjustment']> = async ({ shopId, moveId }, { openId, now }) => {
  const adjusted = adjustmentId(shopId, moveId);
  const move = await readStockMove(adjusted);
  if (!move) return refuse({ code: 'NOT_FOUND' });

  const { skuId, delta } = move;
  const undo = {
    _id: `undo-${adjusted}`,
    shopId,
    skuId,
    delta: -delta,
    reason: 'undo',
    note: '',
    by: openId,
    at: now,
  } as const;
  const { outcome, stock } = await moveStock(undo);
  return outcome === 'short' ? refuse({ code: 'NOT_ENOUGH_STOCK', stock }) : accept({ skuId, stock });
};
