import type { Fen } from '../../shared/kernel/money';
import type { PricedLine } from '../../shared/order/price';
import type { SkuRecord } from '../shop/public';
import type { OrderLineRecord } from './OrderRecord';

/** A line with everything that a person reads of the SKU. `asFollower`: the buyer has the shop's follower prices. */
export const orderLine = (sku: SkuRecord, quantity: number, asFollower: boolean): Omit<OrderLineRecord, 'paid'> => ({
  skuId: sku._id,
  productId: sku.productId,
  name: sku.productName,
  choice: sku.choice,
  picture: sku.picture,
  price: sku.price,
  ...followerPriceOf(sku, asFollower),
  quantity,
});

/** A line with everything that its price follows from. */
export const pricedLine = (sku: SkuRecord, quantity: number, asFollower: boolean): PricedLine => ({
  ...{ productId: sku.productId, categoryId: sku.categoryId, price: sku.price, grams: sku.grams, quantity },
  ...followerPriceOf(sku, asFollower),
});

function followerPriceOf({ price, followerPrice }: SkuRecord, asFollower: boolean): { followerPrice?: Fen } {
  return asFollower && followerPrice !== undefined && followerPrice < price ? { followerPrice } : {};
}
