import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readSkuByBarcode } from './skus';

export const findSku: Handler<ShopContract['findSku']> = async ({ shopId, barcode }) => {
  const sku = await readSkuByBarcode(shopId, barcode);
  if (!sku) return refuse({ code: 'NOT_FOUND' });
  const { _id: skuId, productId, productName, choice, picture, price, stock, lowAt } = sku;
  return accept({ skuId, productId, productName, choice, picture, price, stock, lowAt });
};
