import type { ContentContract } from '../../shared/content/contract';
import type { OutputOf } from '../../shared/kernel/operation';
import { priceSummary } from '../../shared/shop/offer';
import { type ProductRecord, readProducts, readSkusOfProducts, type SkuRecord } from '../shop/public';

/** A product that an article tells of, with what followers pay, whether or not its shop shows that. */
export type LiveProduct = OutputOf<ContentContract['getArticle']>['products'][number];

/** Those of these products that are on the shelf, with price and stock of this moment, in the order they are named in. */
export async function readLiveProducts(productIds: readonly string[]): Promise<LiveProduct[]> {
  const [products, skus] = await Promise.all([readProducts(productIds), readSkusOfProducts(productIds)]);
  return productIds.flatMap((productId) => {
    const product = products.find(({ _id }) => _id === productId);
    const own = skus.filter((sku) => sku.productId === productId && sku.onShelf);
    return product?.onShelf && own.length > 0 ? [liveProduct(product, own)] : [];
  });
}

function liveProduct({ _id: productId, name, pictures }: ProductRecord, skus: readonly SkuRecord[]): LiveProduct {
  return {
    ...{ productId, name, picture: pictures[0] ?? '', ...priceSummary(skus) },
    stock: skus.reduce((sum, sku) => sum + sku.stock, 0),
  };
}
