import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readShops, readSkus } from '../shop/public';
import { readCart } from './carts';
import { orderLine } from './decideOrder';

export const getCart: Handler<OrderContract['getCart']> = async (_input, { openId }) => {
  const kept = Object.entries((await readCart(openId))?.lines ?? {}).sort(([, a], [, b]) => b.addedAt - a.addedAt);
  const skus = new Map((await readSkus(kept.map(([skuId]) => skuId))).map((sku) => [sku._id, sku]));
  const shopIds = new Set([...skus.values()].map((sku) => sku.shopId));
  const shopNames = new Map((await readShops([...shopIds])).map((shop) => [shop._id, shop.name]));
  return accept({
    lines: kept.flatMap(([skuId, { quantity }]) => {
      const sku = skus.get(skuId);
      const shopName = sku && shopNames.get(sku.shopId);
      if (!sku || !shopName) return [];
      // What left the shelf stays in the cart, shown as sold out.
      return [{ ...orderLine(sku, quantity), shopId: sku.shopId, shopName, stock: sku.onShelf ? sku.stock : 0 }];
    }),
  });
};
