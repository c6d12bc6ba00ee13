import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readFollowedShops } from '../fan/public';
import { readShops, readSkus } from '../shop/public';
import { readCart } from './carts';
import { orderLine } from './orderLine';

export const getCart: Handler<OrderContract['getCart']> = async (_input, { openId, unionId }) => {
  const kept = Object.entries((await readCart(openId))?.lines ?? {}).sort(([, a], [, b]) => b.addedAt - a.addedAt);
  const skus = new Map((await readSkus(kept.map(([skuId]) => skuId))).map((sku) => [sku._id, sku]));
  const shopIds = [...new Set([...skus.values()].map((sku) => sku.shopId))];
  const [shops, followed] = await Promise.all([readShops(shopIds), readFollowedShops(shopIds, openId, unionId)]);
  const shopNames = new Map(shops.map((shop) => [shop._id, shop.name]));
  return accept({
    lines: kept.flatMap(([skuId, { quantity }]) => {
      const sku = skus.get(skuId);
      const shopName = sku && shopNames.get(sku.shopId);
      if (!sku || !shopName) return [];
      // What left the shelf stays in the cart, shown as sold out.
      const line = orderLine(sku, quantity, followed.has(sku.shopId));
      return [{ ...line, shopId: sku.shopId, shopName, stock: sku.onShelf ? sku.stock : 0 }];
    }),
  });
};
