import type { CouponBasket } from '../../shared/coupon/terms';
import { bestCoupon, type WhyNotUsable, whyNotUsable } from '../../shared/coupon/whyNotUsable';
import { type Fen, fen } from '../../shared/kernel/money';
import type { OutputOf, ParsedInputOf } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { freightRuleFor } from '../../shared/order/freight';
import {
  couponBasketOf,
  type Destination,
  type OrderPrice,
  priceOrder,
  type Way,
  ways,
  withCoupon,
} from '../../shared/order/price';
import { type CouponRecord, heldCouponView } from '../coupon/public';
import { type ShopRecord, type SkuRecord, termsOf } from '../shop/public';
import { type AddressRecord, destinationOf } from './addresses';
import { giftLine, giftOf, spareOf } from './gifts';
import { orderLine, pricedLine } from './orderLine';

type Preview = OrderContract['previewCheckout'];
type Wanted = ParsedInputOf<Preview>['baskets'][number];
type Shown = OutputOf<Preview>['baskets'][number];

/** What our records say about one shop's part of a checkout, at `now` (ms since 1970). */
export interface Seen {
  shop: ShopRecord;
  /** Those of the lines, and of the coupons' gifts. */
  skus: readonly SkuRecord[];
  address: AddressRecord | undefined;
  /** The shopper's unspent coupons of any shop. */
  coupons: readonly CouponRecord[];
  /** Whether the shop's follower prices are the shopper's now. */
  asFollower: boolean;
  now: number;
}

/** One shop's part of the checkout as the shopper sees it; `undefined` when something in it is not on its shelf. */
export function previewBasket(
  { shopId, lines, way: wished, couponId }: Wanted,
  { shop, skus, address, coupons, asFollower, now }: Seen,
): Shown | undefined {
  const found = lines.flatMap(({ skuId, quantity }) => {
    const sku = skus.find((each) => each._id === skuId && each.shopId === shopId && each.onShelf);
    return sku ? [{ sku, quantity }] : [];
  });
  if (found.length < lines.length) return undefined;

  const priced = found.map(({ sku, quantity }) => pricedLine(sku, quantity, asFollower));
  const destination = address && destinationOf(address);
  const options = ways.map((way) => ({ way, price: priceOrder(priced, termsOf(shop), way, destination) }));
  const possible = options.find(({ price }) => typeof price === 'object')?.way ?? 'express';
  const way = wished ?? possible;
  const chosen = options.find((each) => each.way === way)?.price;
  const own = coupons.filter((coupon) => coupon.shopId === shopId);
  return {
    shopId,
    shopName: shop.name,
    shopAddress: shop.address,
    lines: found.map(({ sku, quantity }) => ({ ...orderLine(sku, quantity, asFollower), stock: sku.stock })),
    way,
    ways: options
      .filter(({ price }) => price !== 'notOffered')
      .map(({ way, price }) => ({
        way,
        ...(typeof price === 'string' ? { obstacle: price } : { freight: price.freight }),
      })),
    ...freeFromOf(shop, way, destination),
    ...(typeof chosen === 'object'
      ? withCoupons(
          chosen,
          { skus, basket: couponBasketOf(priced, chosen, spareOf(shopId, skus, lines)) },
          own,
          couponId,
          now,
        )
      : { coupons: [] }),
  };
}

/** The price with the coupon that was wished for, or with the best one, and what each of them would save. */
function withCoupons(
  price: OrderPrice,
  { skus, basket }: Pick<Seen, 'skus'> & { basket: CouponBasket },
  coupons: readonly CouponRecord[],
  wished: Wanted['couponId'],
  now: number,
): Pick<Shown, 'price' | 'coupons' | 'couponId' | 'lostCoupon' | 'gift'> {
  const choices = coupons.map((coupon) => ({ ...heldCouponView(coupon), ...choiceOf(coupon, price, basket, now) }));
  if (wished === 'none') return { price, coupons: choices };
  const chosen = wished ? coupons.find(({ _id }) => _id === wished) : bestCoupon(coupons, basket, now);
  if (!chosen) return { price, coupons: choices, ...(wished && { lostCoupon: { because: 'notFound' } }) };
  const lostCoupon = whyNotUsable(chosen, basket, now);
  if (lostCoupon) return { price, coupons: choices, lostCoupon };
  const gift = giftOf(chosen.benefit);
  return {
    ...{ price: withCoupon(price, basket, chosen), coupons: choices, couponId: chosen._id },
    ...(gift && { gift: giftLine(gift, skus) }),
  };
}

function choiceOf(
  coupon: CouponRecord,
  price: OrderPrice,
  basket: CouponBasket,
  now: number,
): { saves: Fen; whyNot?: WhyNotUsable } {
  const whyNot = whyNotUsable(coupon, basket, now);
  return whyNot ? { saves: fen(0), whyNot } : { saves: fen(price.toPay - withCoupon(price, basket, coupon).toPay) };
}

function freeFromOf(shop: ShopRecord, way: Way, destination: Destination | undefined): { freeFrom?: Fen } {
  const rule = way === 'express' && destination ? freightRuleFor(shop.freight, destination.province) : undefined;
  return rule?.freeFrom === undefined ? {} : { freeFrom: rule.freeFrom };
}
