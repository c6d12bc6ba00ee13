import type { Fen } from '../../shared/kernel/money';
import type { CaseKind, CaseReason, CaseStatus } from '../../shared/order/afterSale';
import type { Carrier } from '../../shared/order/carriers';
import type { OrderPrice, Way } from '../../shared/order/price';
import type { SellerNeed } from '../../shared/order/sellerNeeds';
import type { OrderStatus } from '../../shared/order/status';
import type { Touches } from '../../shared/traffic/touch';

export interface OrderLineRecord {
  skuId: string;
  productId: string;
  name: string;
  choice: string[];
  picture: string;
  price: Fen;
  /** What a piece cost as a follower, when the buyer was one; `price` is the normal one. */
  followerPrice?: Fen;
  quantity: number;
  /** How many of these pieces the order's coupon gave: they cost nothing. Absent for none. */
  gifts?: number;
  /** The line's share of what was paid for the goods, after discounts: what can come back for it. */
  paid: Fen;
}

/** What the pieces of one line had cost the shop when they were ordered, for its figures; no shopper's business. */
export interface LineCost {
  skuId: string;
  quantity: number;
  /** The line's own `paid`. */
  paid: Fen;
  /** Of all its pieces. */
  cost: Fen;
}

/** What WeChat Pay told us, by a verified notify or by an answer to our query. */
export interface PaymentRecord {
  transactionId: string;
  amount: Fen;
  paidAt: number;
}

/** Money on its way back. `_id` is WeChat Pay's `out_refund_no`: the same refund again is the same refund. */
export interface RefundRecord {
  refundId: string;
  amount: Fen;
  reason: string;
  /** `abnormal`: WeChat Pay cannot send it to the payer; `closed`: it gave up. Both wait for the shop. */
  state: 'underWay' | 'done' | 'abnormal' | 'closed';
  /** The case it is for; none when the payment came after the order was cancelled. */
  caseId?: string;
  startedAt: number;
  doneAt?: number;
}

/** Whether WeChat Pay could not make a refund, so that the shop must look into it. */
export const isStuck = ({ state }: RefundRecord): boolean => state === 'abnormal' || state === 'closed';

/** The coupon of an order: spent for it, to be given back to the shopper, or given back. */
export interface OrderCoupon {
  couponId: string;
  name: string;
  validUntil: number;
  state: 'spent' | 'toReturn' | 'returned';
  /** What the gift that it gave is sold for, for what coupons cost the shop. */
  giftWorth?: Fen;
}

/** Pieces that must go back into stock; done once each by the move's id. */
export interface StockReturn {
  moveId: string;
  skuId: string;
  quantity: number;
  reason: 'release' | 'return';
}

export interface ParcelRecord {
  carrier: Carrier;
  trackingNumber: string;
  /** What WeChat is asked by for how far it is, once somebody looked. */
  waybillToken?: string;
}

/**
 * 发货信息: what WeChat must be told of how an order was sent before the shop may have the money. `toRemind`: uploaded,
 * and WeChat is still to ask the payer to confirm the receipt. `refused` is for the shop to see.
 */
export interface ShippingInfo {
  state: 'toUpload' | 'toRemind' | 'uploaded' | 'refused';
  /** When it was sent, corrected or handed over; WeChat orders uploads by it. */
  at: number;
  /** WeChat's number and words. */
  because?: string;
}

/** What somebody wants back of an order, and how far it got. */
export interface CaseRecord {
  caseId: string;
  kind: CaseKind;
  status: CaseStatus;
  lines: { skuId: string; quantity: number; amount: Fen }[];
  /** The money of all lines, and the freight when that comes back, too. */
  amount: Fen;
  reason: CaseReason;
  text: string;
  pictures: string[];
  by: 'shopper' | 'seller';
  askedAt: number;
  answer?: string;
  /** The shop has the pieces again and sells them. */
  restocked?: true;
  returnParcel?: ParcelRecord;
  replacement?: ParcelRecord;
}

/** What brought an order: decided when it is placed, so that a report of a day holds. */
export interface OrderCredit extends Touches {
  /** `originKey` of the touch it is credited to. */
  origin: string;
  /** Whether the person had bought at this shop before. */
  again: boolean;
}

/** One thing that happened to an order, for people to read. `by` is an openid, `WeChat Pay` or `clock`. */
export interface HistoryEntry {
  at: number;
  by: string;
  what: string;
  note: string;
}

/**
 * An order, whole: its cases, refunds and duties are in it, so that one conditional update of one record decides
 * (ADR 0005). Lines and prices are as they were when it was placed. Moments are ms since 1970.
 */
export interface OrderRecord {
  _id: string;
  /** Goes up by one with each change; a change is written only over the version it was decided on. */
  version: number;
  /** Key of the try that placed it; the notes of its stock carry the same one (`shop/stock.ts`). */
  attemptKey: string;
  openId: string;
  /** The buyer's unionid, where WeChat tells it: by it a follower of the shop's account is known as this buyer. */
  unionId?: string;
  shopId: string;
  shopName: string;
  /** The checkout it was placed with: what is paid together, lives and dies together until it is paid. */
  checkout: { checkoutId: string; orderIds: string[]; toPay: Fen };
  status: OrderStatus;
  way: Way;
  lines: OrderLineRecord[];
  /** Of the lines whose cost the shop had noted. */
  costs?: LineCost[];
  price: OrderPrice;
  /** What brought it, for the report of where people come from. */
  credit: OrderCredit;
  coupon?: OrderCoupon;
  receiver: { name: string; phone: string; region: string; detail: string };
  note: string;
  placedAt: number;
  payBefore: number;
  payment?: PaymentRecord;
  cancelledAt?: number;
  /** Ten digits, for pickup orders. */
  pickupCode?: string;
  readyAt?: number;
  parcels: ParcelRecord[];
  shippedAt?: number;
  corrected?: boolean;
  shippingInfo?: ShippingInfo;
  receivedAt?: number;
  cases: CaseRecord[];
  refunds: RefundRecord[];
  /** Stock that is still to go back. */
  stockReturns: StockReturn[];
  invoice?: {
    state: 'requested' | 'issued';
    kind: 'person' | 'company';
    title: string;
    taxNumber?: string;
    email: string;
    number?: string;
  };
  history: HistoryEntry[];
  /** `moneyOf` the order as its customer was last told of it (`crm/settleCustomers.ts`). */
  toldCustomer?: string;
  /** How often the clock tried in vain to do what is due, and when it tries again. */
  retry?: { tries: number; at: number };

  // Written by `derived` with every change, to be found by indexes.
  /** When the clock must look at this order next; absent when never. */
  due?: number;
  needs?: SellerNeed;
  openCases: number;
  /** What a seller may search it by. */
  keys: string[];
  /** Its customer is still to be told what was paid or paid back. */
  customerDue?: true;
}

export type NewOrder = Omit<OrderRecord, 'due' | 'needs' | 'openCases' | 'keys' | 'customerDue'>;
