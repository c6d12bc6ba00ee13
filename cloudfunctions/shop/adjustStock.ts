import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readSku } from './skus';
import { moveStock } from './stock';
import { readStockMove } from './stockMoves';

export const adjustStock: Handler<ShopContract['adjustStock']> = async (input, { openId, now }) => {
  const { shopId, skuId, moveId: clientId, delta, reason, note } = input;
  const moveId = adjustmentId(shopId, clientId);
  const [done, sku] = await Promise.all([readStockMove(moveId), readSku(skuId)]);
  if (!sku || sku.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
  if (done) return accept({ skuId, stock: sku.stock });

  const { outcome, stock } = await moveStock({ _id: moveId, shopId, skuId, delta, reason, note, by: openId, at: now });
  return outcome === 'short' ? refuse({ code: 'NOT_ENOUGH_STOCK', stock }) : accept({ skuId, stock });
};

/** The move of a seller's adjustment: the shop is part of the id, so one shop's ids cannot meet another's. */
export const adjustmentId = (shopId: string, clientId: string): string => `adjust-${shopId}-${clientId}`;
