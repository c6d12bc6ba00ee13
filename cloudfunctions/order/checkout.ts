import { type Fen, sumFen } from '../../shared/kernel/money';
import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { OrderPrice } from '../../shared/order/price';
import type { Context } from '../_runtime/context';
import type { CouponRecord } from '../coupon/public';
import { type ShopRecord, type SkuRecord, termsOf } from '../shop/public';
import { type AddressRecord, destinationOf } from './addresses';
import { costsOf } from './costsOf';
import { decideOrder } from './decideOrder';
import { giftWorthOf } from './gifts';
import type { LineCost, NewOrder, OrderCoupon, OrderCredit, OrderLineRecord, OrderRecord } from './OrderRecord';

type Place = OrderContract['placeOrder'];
type Input = ParsedInputOf<Place>;

/** A basket of a checkout under the id that its order has. */
export type Part = Input['baskets'][number] & { orderId: string };

/** The parts of a checkout: the first order has the checkout's id, further ones a number behind it. */
export const partsOf = ({ checkoutId, baskets }: Input): Part[] =>
  baskets.map((basket, index) => ({ ...basket, orderId: index === 0 ? checkoutId : `${checkoutId}-${index + 1}` }));

/** What our records say about a checkout. */
export interface Found {
  shops: readonly ShopRecord[];
  address: AddressRecord;
  /** Those of all lines, and of the coupons' gifts. */
  skus: readonly SkuRecord[];
  coupons: readonly CouponRecord[];
  /** The shops whose follower prices are the buyer's now. */
  followed: ReadonlySet<string>;
}

/** A part that may be placed, with what it costs. */
export interface Decided {
  part: Part;
  shop: ShopRecord;
  lines: OrderLineRecord[];
  costs: LineCost[];
  price: OrderPrice;
  coupon: CouponRecord | undefined;
}

/** Decides on every part; the first refusal counts for all. */
export function decideCheckout(
  parts: readonly Part[],
  { shops, address, skus, coupons, followed }: Found,
  { openId, now }: Pick<Context, 'openId' | 'now'>,
): Reply<Decided[], RefusalOf<Place>> {
  const decided: Decided[] = [];
  for (const part of parts) {
    const shop = shops.find(({ _id }) => _id === part.shopId);
    if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
    const coupon = coupons.find((each) => each._id === part.couponId && each.openId === openId);
    const decision = decideOrder({
      ...part,
      ...{ skus, terms: termsOf(shop), destination: destinationOf(address), now },
      asFollower: followed.has(part.shopId),
      coupon: coupon ?? (part.couponId ? 'notFound' : 'none'),
    });
    if (!decision.ok) return decision;
    decided.push({ ...decision.value, costs: costsOf(decision.value.lines, skus), part, shop, coupon });
  }
  return accept(decided);
}

/** How long a shopper may take to pay before the stock goes back. */
const payWithinMs = 15 * 60_000;

/** The orders of a checkout as they begin. `attemptKey` is the key that its stock was taken under. */
export function newOrders(
  decided: readonly Decided[],
  attemptKey: string,
  { name, phone, region, detail }: AddressRecord,
  creditOf: (shopId: string) => OrderCredit,
  { openId, unionId, now, newCode }: Pick<Context, 'openId' | 'unionId' | 'now' | 'newCode'>,
): NewOrder[] {
  const orderIds = decided.map(({ part }) => part.orderId);
  const toPay = sumFen(...decided.map(({ price }) => price.toPay));
  return decided.map(({ part: { orderId, shopId, way, note }, shop, lines, costs, price, coupon }) => ({
    ...{ _id: orderId, version: 1, attemptKey, openId, shopId, shopName: shop.name },
    ...(unionId !== undefined && { unionId }),
    checkout: { checkoutId: orderIds[0] ?? orderId, orderIds, toPay },
    status: 'awaitingPayment',
    ...{ way, lines, price, note },
    ...(costs.length > 0 && { costs }),
    ...(coupon && { coupon: spentCoupon(coupon, giftWorthOf(lines)) }),
    credit: creditOf(shopId),
    receiver: { name, phone, region: region.join(' '), detail },
    placedAt: now,
    payBefore: now + payWithinMs,
    ...(way === 'pickup' && { pickupCode: newCode() }),
    ...{ parcels: [], cases: [], refunds: [], stockReturns: [] },
    history: [{ at: now, by: openId, what: 'placed', note }],
  }));
}

const spentCoupon = ({ _id, name, validUntil }: CouponRecord, giftWorth: Fen): OrderCoupon => ({
  couponId: _id,
  name,
  validUntil,
  state: 'spent',
  ...(giftWorth > 0 && { giftWorth }),
});

/** What `placeOrder` answers about orders that stand. */
export const placedView = (
  orders: readonly Pick<OrderRecord, '_id' | 'status' | 'price' | 'payBefore'>[],
): OutputOf<Place> => ({
  orders: orders.map(({ _id, status, price }) => ({ orderId: _id, status, toPay: price.toPay })),
  toPay: sumFen(...orders.map(({ price }) => price.toPay)),
  payBefore: Math.min(...orders.map(({ payBefore }) => payBefore)),
});
