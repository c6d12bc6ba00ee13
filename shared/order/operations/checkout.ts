import * as v from 'valibot';
import { CouponId, HeldCoupon, WhyNotUsable } from '../../coupon/shapes';
import type { Contract } from '../../kernel/operation';
import { Fen, Id, Moment, OptionalText } from '../../kernel/schemas';
import { Address, Line, NotFound, OrderLines, OrderStatus, Price, Way } from '../shapes';

/** What `wx.requestPayment` takes (JSAPI, WeChat Pay API v3). */
const PaymentRequest = v.object({
  appId: v.string(),
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.literal('RSA'),
  paySign: v.string(),
});

const Obstacle = v.picklist(['notOffered', 'unreachable', 'noAddress', 'tooFar', 'belowMinimum']);

interface Basket {
  shopId: string;
  lines: { skuId: string }[];
}
const oneBasketPerShop = (baskets: Basket[]) => new Set(baskets.map(({ shopId }) => shopId)).size === baskets.length;
const atMost50Lines = (baskets: Basket[]) => baskets.reduce((sum, { lines }) => sum + lines.length, 0) <= 50;

/** Baskets of at most 10 shops (WeChat Pay combines as many) with at most 50 lines in all. */
const baskets = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.array(v.object({ shopId: Id, lines: OrderLines, ...entries })),
    v.minLength(1),
    v.maxLength(10),
    v.check((value) => oneBasketPerShop(value as Basket[])),
    v.check((value) => atMost50Lines(value as Basket[])),
  );

/** From the baskets to the money: a checkout is one order for each shop, and one payment. */
export const checkoutOperations = {
  /**
   * The totals as the server sees them, with what is short and which ways each shop offers; writes nothing. Without an
   * `addressId`, the default address counts; without a `couponId`, the coupon that saves most, and none with `none`.
   */
  previewCheckout: {
    who: 'shopper',
    input: v.object({
      baskets: baskets({ way: v.optional(Way), couponId: v.optional(v.union([v.literal('none'), CouponId])) }),
      addressId: v.optional(Id),
    }),
    output: v.object({
      baskets: v.array(
        v.object({
          shopId: Id,
          shopName: v.string(),
          shopAddress: v.string(),
          lines: v.array(v.object({ ...Line.entries, stock: v.number() })),
          /** The way that was wished for, or the first one that is possible. */
          way: Way,
          ways: v.array(v.object({ way: Way, freight: v.optional(Fen), obstacle: v.optional(Obstacle) })),
          /** Absent when the goods cannot go this way. */
          price: v.optional(Price),
          /** The worth of goods from which this way costs nothing. */
          freeFrom: v.optional(Fen),
          /** The shopper's unspent coupons of this shop with what each would save, or why it does not count. */
          coupons: v.array(v.object({ ...HeldCoupon.entries, saves: Fen, whyNot: v.optional(WhyNotUsable) })),
          /** The one that the price counts on. */
          couponId: v.optional(CouponId),
          /** What that one gives; its pieces are all gifts, and not among the lines. */
          gift: v.optional(Line),
          /** Why the one that was wished for does not count. */
          lostCoupon: v.optional(WhyNotUsable),
        }),
      ),
      /** Absent while some basket cannot go its way. */
      toPay: v.optional(Fen),
      addresses: v.array(Address),
    }),
    refusals: NotFound,
  },
  /** Places one order for each basket, all of them or none, to be paid together. */
  placeOrder: {
    who: 'shopper',
    limit: { times: 10, seconds: 600, beside: true },
    input: v.object({
      /**
       * Made by the client once per checkout, so a retry finds the first orders. The first order has this id, further
       * ones `-2`, `-3` … behind it; WeChat Pay allows 32 characters.
       */
      checkoutId: v.pipe(Id, v.minLength(8), v.maxLength(28)),
      addressId: Id,
      baskets: baskets({
        way: Way,
        note: OptionalText(100),
        /** One of the shopper's own coupons of this shop. */
        couponId: v.optional(CouponId),
        /** What the shopper saw. We charge our own total, and refuse if it differs. */
        seenTotal: Fen,
      }),
    }),
    output: v.object({
      orders: v.array(v.object({ orderId: Id, status: OrderStatus, toPay: Fen })),
      toPay: Fen,
      payBefore: Moment,
    }),
    refusals: {
      ...NotFound,
      OUT_OF_STOCK: v.object({ skuId: Id, left: v.number() }),
      PRICE_CHANGED: v.object({ shopId: Id, toPay: Fen }),
      NOT_DELIVERABLE: v.object({ shopId: Id, obstacle: Obstacle }),
      /** The order is not placed without it: that would charge more than the shopper saw. */
      COUPON_NOT_USABLE: v.object({ shopId: Id, whyNot: WhyNotUsable }),
      /** The id is in use for something else; the client makes a new one. */
      CHECKOUT_ID_TAKEN: v.object({}),
    },
  },
  /** Prepares the payment of an order, and of those placed with it, at WeChat Pay. Nothing is paid until WeChat says so. */
  payOrder: {
    who: 'shopper',
    limit: { times: 30, seconds: 600, beside: true },
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, payment: PaymentRequest }),
    refusals: { ...NotFound, NOT_PAYABLE: v.object({ status: OrderStatus }) },
  },
  /** Asks WeChat Pay whether the order was paid, for the notify that has not arrived. */
  checkPayment: {
    who: 'shopper',
    limit: { times: 60, seconds: 600 },
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: NotFound,
  },
  /** Cancels an unpaid order, and those placed with it, and gives the stock back, once. */
  cancelOrder: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: { ...NotFound, NOT_CANCELLABLE: v.object({ status: OrderStatus }) },
  },
} satisfies Contract;
