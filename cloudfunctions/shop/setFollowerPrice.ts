import { fen } from '../../shared/kernel/money';
import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { saveFollowerPriceFrom } from './products';
import { readSku, readSkusOf, saveFollowerPrice } from './skus';

/** Sets it on the SKU, which prices follow from, and then what lists show of the product. */
export const setFollowerPrice: Handler<ShopContract['setFollowerPrice']> = async ({ shopId, skuId, followerPrice }) => {
  const sku = await readSku(skuId);
  if (sku?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
  if (followerPrice !== undefined && followerPrice >= sku.price) return refuse({ code: 'NOT_LOWER', price: sku.price });
  await saveFollowerPrice(skuId, followerPrice);

  const lower = (await readSkusOf(sku.productId)).flatMap((each) => (each.onShelf ? (each.followerPrice ?? []) : []));
  await saveFollowerPriceFrom(sku.productId, lower.length > 0 ? fen(Math.min(...lower)) : undefined);
  return accept({ skuId, ...(followerPrice !== undefined && { followerPrice }) });
};
