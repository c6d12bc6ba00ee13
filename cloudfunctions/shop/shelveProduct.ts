import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { applyOffers } from './offers';
import { readProduct, replaceProduct } from './products';
import { readSkusOf } from './skus';

/** Two people may do this at once; each try decides on what it has read. */
const tries = 4;

export const shelveProduct: Handler<ShopContract['shelveProduct']> = async (wanted, { now, openId }) => {
  const { shopId, productId, onShelf } = wanted;
  for (let round = 0; round < tries; round += 1) {
    const [before, skus] = await Promise.all([readProduct(productId), readSkusOf(productId)]);
    if (before?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
    if (before.onShelf === onShelf) return accept({ productId, version: before.version, onShelf });
    const version = before.version + 1;
    // Offers that are still to be applied go along.
    const pendingOffers = { ...before.pendingOffers, since: now };
    const after = { ...before, onShelf, version, savedAt: now, savedBy: openId, pendingOffers };
    if (await replaceProduct(before.version, after)) {
      await applyOffers(after, skus);
      return accept({ productId, version, onShelf });
    }
  }
  throw new Error(`product ${productId} keeps changing`);
};
