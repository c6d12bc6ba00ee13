import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { inOptionOrder } from '../../shared/shop/offer';
import type { Handler } from '../_runtime/serve';
import { readFollowBenefit } from '../fan/public';
import { showsFollowerPrices } from './followerPrices';
import { readProduct } from './products';
import { offerOf, readShop } from './shops';
import { readSkusOf } from './skus';

export const getProduct: Handler<ShopContract['getProduct']> = async ({ productId }) => {
  const [product, skus] = await Promise.all([readProduct(productId), readSkusOf(productId)]);
  if (!product?.onShelf) return refuse({ code: 'NOT_FOUND' });
  const [shop, benefit] = await Promise.all([readShop(product.shopId), readFollowBenefit(product.shopId)]);
  if (!shop) return refuse({ code: 'NOT_FOUND' });

  const showsThem = showsFollowerPrices(benefit, 'product');
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
    skus: inOptionOrder(skus, options)
      .filter((sku) => sku.onShelf)
      .map(({ _id, choice, price, wasPrice, followerPrice, stock }) => ({
        skuId: _id,
        choice,
        price,
        ...(wasPrice && { wasPrice }),
        ...(showsThem && followerPrice !== undefined && { followerPrice }),
        stock,
      })),
    sold,
  });
};
