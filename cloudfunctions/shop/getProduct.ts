import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readProduct } from './products';
import { offerOf, readShop } from './shops';
import { readSkusOf } from './skus';

export const getProduct: Handler<ShopContract['getProduct']> = async ({ productId }) => {
  const [product, skus] = await Promise.all([readProduct(productId), readSkusOf(productId)]);
  const shop = product?.onShelf ? await readShop(product.shopId) : undefined;
  if (!product || !shop) return refuse({ code: 'NOT_FOUND' });

  const { shopId, name, subtitle, badge, pictures, story, facts, options, sold } = product;
  return accept({
    productId,
    shopId,
    shopName: shop.name,
    ...offerOf(shop),
    name,
    subtitle,
    ...(badge && { badge }),
    pictures,
    story,
    facts,
    options,
    skus: skus
      .filter((sku) => sku.onShelf)
      .map(({ _id, choice, price, wasPrice, stock }) => ({
        skuId: _id,
        choice,
        price,
        ...(wasPrice && { wasPrice }),
        stock,
      })),
    sold,
  });
};
