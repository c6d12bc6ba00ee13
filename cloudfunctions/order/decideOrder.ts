import { whyNotUsable } from '../../shared/coupon/whyNotUsable';
import type { Fen } from '../../shared/kernel/money';
import { accept, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import {
  couponBasketOf,
  type Destination,
  type OrderPrice,
  type PricedLine,
  paidShares,
  priceOrder,
  type Terms,
  type Way,
  withCoupon,
} from '../../shared/order/price';
import type { OrderLine } from '../../shared/order/shapes';
import type { CouponRecord } from '../coupon/public';
import type { SkuRecord } from '../shop/public';
import { spareOf, withGift } from './gifts';
import type { OrderLineRecord } from './OrderRecord';
import { orderLine, pricedLine } from './orderLine';

export interface Basket {
  shopId: string;
  lines: readonly OrderLine[];
  /** Those of the lines, and of the coupon's gift. */
  skus: readonly SkuRecord[];
  terms: Terms;
  way: Way;
  destination: Destination;
  /** `notFound`: the shopper chose one that is not there. It must not quietly cost them more. */
  coupon: CouponRecord | 'none' | 'notFound';
  /** Whether the buyer has the shop's follower prices, as of now. */
  asFollower: boolean;
  /** ms since 1970 */
  now: number;
  /** What the shopper saw as the total. */
  seenTotal: Fen;
}

type Refusal = RefusalOf<OrderContract['placeOrder']>;
type Decision = Reply<{ lines: OrderLineRecord[]; price: OrderPrice }, Refusal>;

/** Decides whether an order may be placed and what it costs. Prices come from our records, never from the caller. */
export function decideOrder(basket: Basket): Decision {
  const { shopId, lines, skus, terms, way, destination, coupon, asFollower, seenTotal } = basket;
  const wanted: { sku: SkuRecord; quantity: number }[] = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.find((each) => each._id === skuId);
    if (!sku?.onShelf || sku.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'sku' });
    if (sku.stock < quantity) return refuse({ code: 'OUT_OF_STOCK', skuId, left: sku.stock });
    wanted.push({ sku, quantity });
  }
  const priced = wanted.map(({ sku, quantity }) => pricedLine(sku, quantity, asFollower));
  const before = priceOrder(priced, terms, way, destination);
  if (typeof before === 'string') return refuse({ code: 'NOT_DELIVERABLE', shopId, obstacle: before });
  const counted = countCoupon(basket, priced, before);
  if (!counted.ok) return counted;
  const price = counted.value;
  if (price.toPay !== seenTotal) return refuse({ code: 'PRICE_CHANGED', shopId, toPay: price.toPay });

  const spent = typeof coupon === 'string' ? undefined : coupon;
  const paid = paidShares(priced, price, spent);
  const ordered = wanted.map(({ sku, quantity }, index) => ({
    ...orderLine(sku, quantity, asFollower),
    paid: paid[index] as Fen,
  }));
  return accept({ lines: spent ? withGift(ordered, spent.benefit, skus) : ordered, price });
}

/** The price with the coupon that was chosen, or why that one does not count. */
function countCoupon(
  { shopId, lines, skus, coupon, now }: Basket,
  priced: readonly PricedLine[],
  price: OrderPrice,
): Reply<OrderPrice, Refusal> {
  if (coupon === 'none') return accept(price);
  if (coupon === 'notFound' || coupon.shopId !== shopId)
    return refuse({ code: 'COUPON_NOT_USABLE', shopId, whyNot: { because: 'notFound' } });
  const seen = couponBasketOf(priced, price, spareOf(shopId, skus, lines));
  const whyNot = whyNotUsable(coupon, seen, now);
  return whyNot ? refuse({ code: 'COUPON_NOT_USABLE', shopId, whyNot }) : accept(withCoupon(price, seen, coupon));
}
