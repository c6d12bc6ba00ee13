import * as v from 'valibot';
import { Fen, FileId, Id, Moment, OptionalText, Quantity, Text } from '../kernel/schemas';
import { caseKinds, caseReasons, caseStatuses } from './afterSale';
import { carrierCodes } from './carriers';
import { ways } from './price';
import { orderStatuses } from './status';

/** Shapes that several operations of the domain take or give. */

export const OrderLine = v.object({ skuId: Id, quantity: Quantity });
export type OrderLine = v.InferOutput<typeof OrderLine>;

const oneLinePerSku = (lines: OrderLine[]) => new Set(lines.map((line) => line.skuId)).size === lines.length;
/** At most 20 lines, each SKU once: a repeated line could slip past the stock check. */
export const OrderLines = v.pipe(v.array(OrderLine), v.minLength(1), v.maxLength(20), v.check(oneLinePerSku));

export const OrderStatus = v.picklist(orderStatuses);
export const Way = v.picklist(ways);
export const CaseId = v.pipe(Id, v.minLength(8));
export const CaseStatus = v.picklist(caseStatuses);

const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));

/**
 * A delivery address. `region` is province, city, district, as WeChat's region picker gives it; `location` is GCJ-02
 * and there only when the address was chosen on the map.
 */
export const Address = v.object({
  addressId: Id,
  name: Text(20),
  phone: v.pipe(v.string(), v.regex(/^1\d{10}$/)),
  region: v.tuple([Text(20), Text(20), Text(20)]),
  detail: Text(80),
  isDefault: v.boolean(),
  location: v.optional(v.tuple([Longitude, Latitude])),
});
export type Address = v.InferOutput<typeof Address>;

/** A line as a person reads it; price and stock are the shop's, at the time of the call. */
export const Line = v.object({
  skuId: Id,
  productId: Id,
  name: v.string(),
  choice: v.array(v.string()),
  picture: FileId,
  price: Fen,
  /** What a piece costs this shopper as a member, below `price`; absent for whoever is none. */
  followerPrice: v.optional(Fen),
  quantity: v.number(),
  /** How many of these pieces a coupon gave: they cost nothing. Absent for none. */
  gifts: v.optional(v.number()),
});

/** A price line by line, see `OrderPrice`. */
export const Price = v.object({
  goods: Fen,
  followerOff: Fen,
  discount: Fen,
  couponOff: Fen,
  freight: Fen,
  freightOff: Fen,
  toPay: Fen,
});

/** The coupon of an order. It comes back with the validity it had, so it may come back expired. */
const OrderCoupon = v.object({
  name: v.string(),
  state: v.picklist(['spent', 'toReturn', 'returned']),
  validUntil: Moment,
});

export const Receiver = v.object({ name: v.string(), phone: v.string(), region: v.string(), detail: v.string() });

/** A parcel: with whom, and under which number. */
export const Parcel = v.object({
  carrier: v.picklist(carrierCodes),
  trackingNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9]{8,30}$/)),
});
export type Parcel = v.InferOutput<typeof Parcel>;

/** Parcels of one order; WeChat takes at most 15. The shop's own delivery has none. */
export const Parcels = v.pipe(v.array(Parcel), v.maxLength(15));

export const OrderSummary = v.object({
  orderId: Id,
  shopId: Id,
  shopName: v.string(),
  status: OrderStatus,
  way: Way,
  lines: v.array(Line),
  toPay: Fen,
  placedAt: Moment,
  /** How many after-sale cases are open. */
  openCases: v.number(),
});

/** What is asked for after the sale. `amount` is the money in question, with the freight in it when that comes back, too. */
const AfterSaleCase = v.object({
  caseId: CaseId,
  kind: v.picklist(caseKinds),
  status: CaseStatus,
  lines: v.array(v.object({ skuId: Id, quantity: v.number(), amount: Fen })),
  amount: Fen,
  reason: v.picklist(caseReasons),
  text: v.string(),
  pictures: v.array(FileId),
  by: v.picklist(['shopper', 'seller']),
  askedAt: Moment,
  /** What the shop answered. */
  answer: v.optional(v.string()),
  returnParcel: v.optional(Parcel),
  replacement: v.optional(Parcel),
  refundedAt: v.optional(Moment),
  /** WeChat Pay could not send the money back by itself; the shop must look into it. */
  stuck: v.optional(v.boolean()),
});

/** What a shopper asks an invoice for. Companies must give their tax number. */
export const InvoiceRequest = v.pipe(
  v.object({
    kind: v.picklist(['person', 'company']),
    title: Text(60),
    taxNumber: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[0-9A-Z]{15,20}$/))),
    email: v.pipe(v.string(), v.trim(), v.email(), v.maxLength(80)),
  }),
  v.forward(
    v.check(({ kind, taxNumber }) => kind === 'person' || taxNumber !== undefined),
    ['taxNumber'],
  ),
);

/** An order with everything that a person may see of it. */
export const OrderView = v.object({
  ...OrderSummary.entries,
  /** `paid` is the line's share of what was paid for the goods: the most that can come back for it. */
  lines: v.array(v.object({ ...Line.entries, paid: Fen })),
  price: Price,
  coupon: v.optional(OrderCoupon),
  receiver: Receiver,
  note: v.string(),
  payBefore: Moment,
  /** The orders that are paid together with this one, itself included. */
  together: v.array(Id),
  paidAt: v.optional(Moment),
  cancelledAt: v.optional(Moment),
  parcels: v.array(Parcel),
  shippedAt: v.optional(Moment),
  readyAt: v.optional(Moment),
  receivedAt: v.optional(Moment),
  cases: v.array(AfterSaleCase),
  invoice: v.optional(v.object({ state: v.picklist(['requested', 'issued']), title: v.string() })),
});

export const NotFound = { NOT_FOUND: v.object({ what: v.picklist(['shop', 'sku', 'address', 'order', 'case']) }) };

/** Words to search orders by. */
export const SearchWords = v.optional(OptionalText(40));
