import type { Fen } from '../../shared/kernel/money';
import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract, OrderLine } from '../../shared/order/contract';
import { type FreightRule, type OrderPrice, priceOrder } from '../../shared/order/price';
import type { SkuRecord } from '../shop/public';
import type { OrderLineRecord } from './orders';

export interface Basket {
  shopId: string;
  lines: readonly OrderLine[];
  skus: readonly SkuRecord[];
  freight: FreightRule;
  /** What the shopper saw as the total. */
  seenTotal: Fen;
}

type Decision = Reply<{ lines: OrderLineRecord[]; price: OrderPrice }, RefusalOf<OrderContract['placeOrder']>>;

/** Decides whether an order may be placed and what it costs. Prices come from our records, never from the caller. */
export function decideOrder({ shopId, lines, skus, freight, seenTotal }: Basket): Decision {
  const ordered: OrderLineRecord[] = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.find((each) => each._id === skuId);
    if (!sku?.onShelf || sku.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'sku' });
    if (sku.stock < quantity) return refuse({ code: 'OUT_OF_STOCK', skuId, left: sku.stock });
    ordered.push(orderLine(sku, quantity));
  }
  const price = priceOrder(ordered, freight);
  return price.toPay === seenTotal
    ? accept({ lines: ordered, price })
    : refuse({ code: 'PRICE_CHANGED', toPay: price.toPay });
}

/** A line with everything the order must remember of the SKU. */
export const orderLine = (sku: SkuRecord, quantity: number): OrderLineRecord => ({
  skuId: sku._id,
  productId: sku.productId,
  name: sku.productName,
  choice: sku.choice,
  picture: sku.picture,
  price: sku.price,
  quantity,
});
