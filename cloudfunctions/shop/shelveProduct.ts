import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { nextShelving } from '../../shared/shop/shelving';
import type { Handler } from '../_runtime/serve';
import { readProduct } from './products';
import { readSkusOf } from './skus';
import { writeShelving } from './writeShelving';

/** Two people may do this at once; each try decides on what it has read. */
const tries = 4;

export const shelveProduct: Handler<ShopContract['shelveProduct']> = async (wanted, { now, openId }) => {
  const { shopId, productId, onShelf } = wanted;
  for (let round = 0; round < tries; round += 1) {
    const [before, skus] = await Promise.all([readProduct(productId), readSkusOf(productId)]);
    if (before?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
    const isSo = before.onShelf === onShelf && nextShelving(before) === undefined;
    if (isSo) return accept({ productId, version: before.version, onShelf });
    const after = await writeShelving(before, skus, { onShelf }, { savedAt: now, savedBy: openId });
    if (after) return accept({ productId, version: after.version, onShelf });
  }
  throw new Error(`product ${productId} keeps changing`);
};
