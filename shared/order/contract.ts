import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Cursor, Fen, FileId, Id, Moment, OptionalText, Quantity, Text } from '../kernel/schemas';
import { carrierCodes } from './carriers';
import { orderStatuses } from './status';

export const OrderLine = v.object({ skuId: Id, quantity: Quantity });
export type OrderLine = v.InferOutput<typeof OrderLine>;

const oneLinePerSku = (lines: OrderLine[]) => new Set(lines.map((line) => line.skuId)).size === lines.length;
/** Orders have at most 20 lines, each SKU once: a repeated line could slip past the stock check. */
const OrderLines = v.pipe(v.array(OrderLine), v.minLength(1), v.maxLength(20), v.check(oneLinePerSku));

const OrderStatus = v.picklist(orderStatuses);

/** A delivery address. `region` is province, city, district, as WeChat's region picker gives it. */
const Address = v.object({
  addressId: Id,
  name: Text(20),
  phone: v.pipe(v.string(), v.regex(/^1\d{10}$/)),
  region: v.tuple([Text(20), Text(20), Text(20)]),
  detail: Text(80),
  isDefault: v.boolean(),
});
export type Address = v.InferOutput<typeof Address>;

/** A line as a person reads it; price and stock are the shop's, at the time of the call. */
const Line = v.object({
  skuId: Id,
  productId: Id,
  name: v.string(),
  choice: v.array(v.string()),
  picture: FileId,
  price: Fen,
  quantity: v.number(),
});

const Price = v.object({ goods: Fen, freight: Fen, toPay: Fen });

const OrderSummary = v.object({
  orderId: Id,
  shopId: Id,
  shopName: v.string(),
  status: OrderStatus,
  lines: v.array(Line),
  toPay: Fen,
  placedAt: Moment,
});

const Receiver = v.object({ name: v.string(), phone: v.string(), region: v.string(), detail: v.string() });

/** A parcel on its way: with whom, and under which number. */
const Shipment = v.object({
  carrier: v.picklist(carrierCodes),
  trackingNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9]{8,30}$/)),
});

/** What `wx.requestPayment` takes (JSAPI, WeChat Pay API v3). */
const PaymentRequest = v.object({
  appId: v.string(),
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.literal('RSA'),
  paySign: v.string(),
});

const NotFound = { NOT_FOUND: v.object({ what: v.picklist(['shop', 'sku', 'address', 'order']) }) };

export const orderContract = {
  getCart: {
    who: 'shopper',
    input: v.object({}),
    output: v.object({
      lines: v.array(v.object({ ...Line.entries, shopId: Id, shopName: v.string(), stock: v.number() })),
    }),
    refusals: {},
  },
  /** Puts a SKU into the caller's cart with this quantity; 0 takes it out. At most 50 lines. */
  setCartLine: {
    who: 'shopper',
    input: v.object({
      skuId: Id,
      quantity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
    }),
    output: v.object({ skuId: Id, quantity: v.number(), count: v.number() }),
    refusals: { ...NotFound, CART_FULL: v.object({ limit: v.number() }) },
  },
  listAddresses: {
    who: 'shopper',
    input: v.object({}),
    output: v.object({ addresses: v.array(Address) }),
    refusals: {},
  },
  /** Writes an address under the client's id: the same id again edits it. At most 20 a person. */
  saveAddress: {
    who: 'shopper',
    input: Address,
    output: v.object({ addressId: Id }),
    refusals: { ...NotFound, TOO_MANY_ADDRESSES: v.object({ limit: v.number() }) },
  },
  removeAddress: {
    who: 'shopper',
    input: v.object({ addressId: Id }),
    output: v.object({ addressId: Id }),
    refusals: {},
  },
  /** The total as the server sees it, with what is short; writes nothing. */
  previewCheckout: {
    who: 'shopper',
    input: v.object({ shopId: Id, lines: OrderLines }),
    output: v.object({
      shopName: v.string(),
      lines: v.array(v.object({ ...Line.entries, stock: v.number() })),
      price: Price,
      freeFrom: Fen,
      addresses: v.array(Address),
    }),
    refusals: NotFound,
  },
  placeOrder: {
    who: 'shopper',
    input: v.object({
      /** Made by the client once per checkout, so a retry finds the first order. WeChat Pay allows 32 characters. */
      orderId: v.pipe(Id, v.minLength(8)),
      shopId: Id,
      lines: OrderLines,
      addressId: Id,
      note: OptionalText(100),
      /** What the shopper saw. We charge our own total, and refuse if it differs. */
      seenTotal: Fen,
    }),
    output: v.object({ orderId: Id, status: OrderStatus, toPay: Fen, payBefore: Moment }),
    refusals: {
      ...NotFound,
      OUT_OF_STOCK: v.object({ skuId: Id, left: v.number() }),
      PRICE_CHANGED: v.object({ toPay: Fen }),
      /** The id is in use for something else; the client makes a new one. */
      ORDER_ID_TAKEN: v.object({}),
    },
  },
  /** Prepares the payment at WeChat Pay. Nothing is paid until WeChat says so (`payNotify`, `checkPayment`). */
  payOrder: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, payment: PaymentRequest }),
    refusals: { ...NotFound, NOT_PAYABLE: v.object({ status: OrderStatus }) },
  },
  /** Asks WeChat Pay whether the order was paid, for the notify that has not arrived. */
  checkPayment: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: NotFound,
  },
  /** Cancels an unpaid order and gives its stock back, once. */
  cancelOrder: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: { ...NotFound, NOT_CANCELLABLE: v.object({ status: OrderStatus }) },
  },
  /** The caller's orders, newest first, 10 a page. */
  listOrders: {
    who: 'shopper',
    input: v.object({ status: v.optional(OrderStatus), after: v.optional(Cursor) }),
    output: v.object({ orders: v.array(OrderSummary), next: v.optional(Cursor) }),
    refusals: {},
  },
  getOrder: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({
      ...OrderSummary.entries,
      price: Price,
      receiver: Receiver,
      note: v.string(),
      payBefore: Moment,
      paidAt: v.optional(Moment),
      cancelledAt: v.optional(Moment),
      shipment: v.optional(v.object({ ...Shipment.entries, shippedAt: Moment })),
      receivedAt: v.optional(Moment),
    }),
    refusals: NotFound,
  },
  /** A shop's orders, newest first, 20 a page. */
  listShopOrders: {
    who: 'staff',
    input: v.object({ shopId: Id, status: v.optional(OrderStatus), after: v.optional(Cursor) }),
    output: v.object({
      orders: v.array(v.object({ ...OrderSummary.entries, receiver: Receiver, note: v.string() })),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /** Sends a paid order off. The same parcel again is fine; another number for a shipped order is refused. */
  shipOrder: {
    who: 'staff',
    input: v.object({ shopId: Id, orderId: Id, ...Shipment.entries }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: { ...NotFound, NOT_SHIPPABLE: v.object({ status: OrderStatus }) },
  },
  /** The shopper has the parcel. After ten days the timers say so. */
  confirmReceipt: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: { ...NotFound, NOT_RECEIVABLE: v.object({ status: OrderStatus }) },
  },
} satisfies Contract;
/** The contract's type, which is all the mini program takes of it. */
export type OrderContract = typeof orderContract;
