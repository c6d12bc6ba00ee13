import type { Fen } from '../../shared/kernel/money';
import type { Carrier } from '../../shared/order/carriers';
import type { OrderPrice, Way } from '../../shared/order/price';
import type { SellerNeed } from '../../shared/order/sellerNeeds';
import type { OrderStatus } from '../../shared/order/status';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';
import type { CaseRecord } from './cases';
import { derived } from './derived';

export interface OrderLineRecord {
  skuId: string;
  productId: string;
  name: string;
  choice: string[];
  picture: string;
  price: Fen;
  quantity: number;
  /** The line's share of what was paid for the goods, after discounts: what can come back for it. */
  paid: Fen;
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
  shopId: string;
  shopName: string;
  /** The checkout it was placed with: what is paid together, lives and dies together until it is paid. */
  checkout: { checkoutId: string; orderIds: string[]; toPay: Fen };
  status: OrderStatus;
  way: Way;
  lines: OrderLineRecord[];
  price: OrderPrice;
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
  /** How often the clock tried in vain to do what is due, and when it tries again. */
  retry?: { tries: number; at: number };

  // Written by `derived` with every change, to be found by indexes.
  /** When the clock must look at this order next; absent when never. */
  due?: number;
  needs?: SellerNeed;
  openCases: number;
  /** What a seller may search it by. */
  keys: string[];
}

const collection = 'orders';

export const readOrder = (orderId: string): Promise<OrderRecord | undefined> =>
  readOne<OrderRecord>(collection, orderId);

export const readOrders = (orderIds: readonly string[]): Promise<OrderRecord[]> =>
  readMany<OrderRecord>(collection, orderIds);

/** Reads an order if this person placed it; another person's order is not there. */
export async function readOwnOrder(orderId: string, openId: string): Promise<OrderRecord | undefined> {
  const order = await readOrder(orderId);
  return order?.openId === openId ? order : undefined;
}

/** Reads an order if it is this shop's. */
export async function readShopOrder(orderId: string, shopId: string): Promise<OrderRecord | undefined> {
  const order = await readOrder(orderId);
  return order?.shopId === shopId ? order : undefined;
}

export type NewOrder = Omit<OrderRecord, 'due' | 'needs' | 'openCases' | 'keys'>;

export const insertOrders = (orders: readonly NewOrder[]): Promise<'inserted' | 'exists'> =>
  insert(collection, ...orders.map(derived));

/** Writes `after` over `before`, if nobody changed the order since. Sent twice, the second is told `false`. */
export async function replaceOrder(before: OrderRecord, after: OrderRecord): Promise<boolean> {
  const next = derived({ ...after, version: before.version + 1 });
  const { updated } = await db
    .collection(collection)
    .where({ _id: before._id, version: before.version })
    .update(changes(before, next));
  return updated === 1;
}

/** The fields that differ, as an update: records are set whole, what is gone is removed. */
function changes(before: OrderRecord, after: OrderRecord): Record<string, unknown> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof OrderRecord>;
  return Object.fromEntries(
    [...fields]
      .filter((field) => field !== '_id' && before[field] !== after[field])
      .map((field) => [field, after[field] === undefined ? _.remove() : _.set(after[field])]),
  );
}

/** Which orders a list shows. */
export interface OrderFilter {
  whose: { openId: string } | { shopId: string };
  status?: OrderStatus | undefined;
  needs?: SellerNeed | undefined;
  /** One of the order's keys. */
  key?: string | undefined;
  /** Each must occur in the name of one of its products. */
  productWords?: readonly string[];
}

/** Orders newest first, at most `limit` beyond `place`. */
export async function listOrdersBy(
  { whose, status, needs, key, productWords = [] }: OrderFilter,
  place: Place | undefined,
  limit: number,
): Promise<OrderRecord[]> {
  const wanted = {
    ...whose,
    ...(status && { status }),
    ...(needs && { needs }),
    ...(key && { keys: key }),
  };
  const named = productWords.map((word) => ({ 'lines.name': db.RegExp({ regexp: escaped(word), options: 'i' }) }));
  const { data } = await db
    .collection(collection)
    .where(_.and([wanted, ...named, beyond('placedAt', 'desc', place)]))
    .orderBy('placedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as OrderRecord[];
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Orders that the clock must look at, the longest overdue first; at most 50. */
export async function readDueOrders(now: number): Promise<OrderRecord[]> {
  const { data } = await db
    .collection(collection)
    .where({ due: _.lte(now) })
    .orderBy('due', 'asc')
    .limit(50)
    .get();
  return data as OrderRecord[];
}

/** A shop's pickup orders with this code that can be handed over or were; at most 2. */
export async function readOrdersByPickupCode(shopId: string, pickupCode: string): Promise<OrderRecord[]> {
  const { data } = await db.collection(collection).where({ shopId, keys: pickupCode }).limit(2).get();
  return data as OrderRecord[];
}
