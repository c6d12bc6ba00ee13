import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { inOptionOrder } from '../../shared/shop/offer';
import { plannedShelving } from '../../shared/shop/shelving';
import type { Handler } from '../_runtime/serve';
import { statedIn } from './offers';
import { readProduct } from './products';
import { readSkusOf } from './skus';

export const getMyProduct: Handler<ShopContract['getMyProduct']> = async ({ shopId, productId }) => {
  const [product, skus] = await Promise.all([readProduct(productId), readSkusOf(productId)]);
  if (product?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
  const { version, onShelf, name, subtitle, categoryId, badge, pictures, story, facts, options } = product;
  return accept({
    ...{ productId, version, onShelf, name, subtitle, categoryId, pictures, story, facts, options },
    ...plannedShelving(product),
    ...(badge && { badge }),
    skus: inOptionOrder(skus, options)
      .filter(({ withdrawn }) => !withdrawn)
      .map((sku) => ({ skuId: sku._id, choice: sku.choice, ...statedIn(sku), stock: sku.stock })),
  });
};
