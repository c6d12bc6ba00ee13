import type { Fen } from '../../shared/kernel/money';
import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import {
  type Destination,
  type OrderPrice,
  paidShares,
  priceOrder,
  type Terms,
  type Way,
} from '../../shared/order/price';
import type { OrderLine } from '../../shared/order/shapes';
import type { SkuRecord } from '../shop/public';
import type { OrderLineRecord } from './OrderRecord';

export interface Basket {
  shopId: string;
  lines: readonly OrderLine[];
  skus: readonly SkuRecord[];
  terms: Terms;
  way: Way;
  destination: Destination;
  /** What the shopper saw as the total. */
  seenTotal: Fen;
}

type Decision = Reply<{ lines: OrderLineRecord[]; price: OrderPrice }, RefusalOf<OrderContract['placeOrder']>>;

/** Decides whether an order may be placed and what it costs. Prices come from our records, never from the caller. */
export function decideOrder({ shopId, lines, skus, terms, way, destination, seenTotal }: Basket): Decision {
  const wanted: { sku: SkuRecord; quantity: number }[] = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.find((each) => each._id === skuId);
    if (!sku?.onShelf || sku.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'sku' });
    if (sku.stock < quantity) return refuse({ code: 'OUT_OF_STOCK', skuId, left: sku.stock });
    wanted.push({ sku, quantity });
  }
  const priced = wanted.map(({ sku: { price, grams }, quantity }) => ({ price, grams, quantity }));
  const price = priceOrder(priced, terms, way, destination);
  if (typeof price === 'string') return refuse({ code: 'NOT_DELIVERABLE', shopId, obstacle: price });
  if (price.toPay !== seenTotal) return refuse({ code: 'PRICE_CHANGED', shopId, toPay: price.toPay });

  const paid = paidShares(priced, price);
  const ordered = wanted.map(({ sku, quantity }, index) => ({ ...orderLine(sku, quantity), paid: paid[index] as Fen }));
  return accept({ lines: ordered, price });
}

/** A line with everything that a person reads of the SKU. */
export const orderLine = (sku: SkuRecord, quantity: number): Omit<OrderLineRecord, 'paid'> => ({
  skuId: sku._id,
  productId: sku.productId,
  name: sku.productName,
  choice: sku.choice,
  picture: sku.picture,
  price: sku.price,
  quantity,
});
