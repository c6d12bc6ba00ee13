import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { moveStock } from './stock';

export const adjustStock: Handler<ShopContract['adjustStock']> = async (input, { openId, now }) => {
  const { shopId, skuId, moveId: clientId, delta, reason, note } = input;
  const move = { _id: adjustmentId(shopId, clientId), shopId, skuId, delta, reason, note, by: openId, at: now };
  const { outcome, stock } = await moveStock(move);
  if (outcome === 'notFound') return refuse({ code: 'NOT_FOUND' });
  return outcome === 'short' ? refuse({ code: 'NOT_ENOUGH_STOCK', stock }) : accept({ skuId, stock });
};

/** The move of a seller's adjustment: the shop is part of the id, so one shop's ids cannot meet another's. */
export const adjustmentId = (shopId: string, clientId: string): string => `adjust-${shopId}-${clientId}`;
