import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readShelves } from './shelf';

export const readShelf: Handler<ShopContract['readShelf']> = async ({ shopId, skuIds }) => {
  const shelves = await readShelves(shopId, skuIds);
  return accept({ skus: [...shelves].map(([skuId, { sku, held }]) => ({ skuId, stock: sku.stock, held })) });
};
