import type { Fen } from '../../shared/kernel/money';
import type { Carrier } from '../../shared/order/carriers';
import { canBecome, type OrderStatus } from '../../shared/order/status';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

export interface OrderLineRecord {
  skuId: string;
  productId: string;
  name: string;
  choice: string[];
  picture: string;
  price: Fen;
  quantity: number;
}

/** What WeChat Pay told us, by a verified notify or by an answer to our query. */
export interface PaymentRecord {
  transactionId: string;
  amount: Fen;
  paidAt: number;
}

export interface ShipmentRecord {
  carrier: Carrier;
  trackingNumber: string;
  shippedAt: number;
}

/** An order. Its lines and prices are as they were when it was placed. Moments are ms since 1970. */
export interface OrderRecord {
  _id: string;
  /** Key of the try that placed it; the notes of its stock carry the same one (`shop/stock.ts`). */
  attemptKey: string;
  openId: string;
  shopId: string;
  shopName: string;
  status: OrderStatus;
  lines: OrderLineRecord[];
  price: { goods: Fen; freight: Fen; toPay: Fen };
  receiver: { name: string; phone: string; region: string; detail: string };
  note: string;
  placedAt: number;
  payBefore: number;
  payment?: PaymentRecord;
  cancelledAt?: number;
  shipment?: ShipmentRecord;
  receivedAt?: number;
  /** Whether the stock of a cancelled order is back. */
  stockReturned?: boolean;
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

export const insertOrder = (order: OrderRecord): Promise<'inserted' | 'exists'> => insert(collection, order);

/**
 * Moves an order along the status table, if it still stands at `from`; `fields` are written with it. False when it
 * no longer stands there: then somebody else moved it, and the caller reads what is true now.
 */
export async function moveOrder(
  orderId: string,
  from: OrderStatus,
  to: OrderStatus,
  fields: Partial<Pick<OrderRecord, 'payment' | 'shipment' | 'cancelledAt' | 'receivedAt' | 'stockReturned'>> = {},
): Promise<boolean> {
  if (!canBecome(from, to)) throw new Error(`an order cannot go from ${from} to ${to}`);
  const { payment, shipment, ...plain } = fields;
  const { updated } = await db
    .collection(collection)
    .where({ _id: orderId, status: from })
    .update({
      status: to,
      ...plain,
      ...(payment && { payment: _.set(payment) }),
      ...(shipment && { shipment: _.set(shipment) }),
    });
  return updated === 1;
}

/** Notes that the stock of a cancelled order is back. */
export async function noteStockReturned(orderId: string): Promise<void> {
  await db.collection(collection).doc(orderId).update({ stockReturned: true });
}

/** Orders of one person, or of one shop; newest first, at most `limit` beyond `place`. */
export async function readOrdersOf(
  whose: { openId: string } | { shopId: string },
  status: OrderStatus | undefined,
  place: Place | undefined,
  limit: number,
): Promise<OrderRecord[]> {
  const { data } = await db
    .collection(collection)
    .where(_.and([{ ...whose, ...(status && { status }) }, beyond('placedAt', 'desc', place)]))
    .orderBy('placedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as OrderRecord[];
}

/** Unpaid orders whose time is over; the longest overdue first, at most 50. */
export async function readOverdueOrders(now: number): Promise<OrderRecord[]> {
  const { data } = await db
    .collection(collection)
    .where({ status: 'awaitingPayment', payBefore: _.lt(now) })
    .orderBy('payBefore', 'asc')
    .limit(50)
    .get();
  return data as OrderRecord[];
}

/** Orders that were sent off before this moment and not received yet; the longest under way first, at most 50. */
export async function readOrdersShippedBefore(moment: number): Promise<OrderRecord[]> {
  const { data } = await db
    .collection(collection)
    .where({ status: 'shipped', 'shipment.shippedAt': _.lt(moment) })
    .orderBy('shipment.shippedAt', 'asc')
    .limit(50)
    .get();
  return data as OrderRecord[];
}

/** Orders that a dead process left half done: cancelled with their stock still out, or refunds under way. At most 50 each. */
export async function readUnfinishedOrders(): Promise<OrderRecord[]> {
  const [unreturned, refunding] = await Promise.all([
    db.collection(collection).where({ status: 'cancelled', stockReturned: false }).limit(50).get(),
    db.collection(collection).where({ status: 'refunding' }).limit(50).get(),
  ]);
  return [...unreturned.data, ...refunding.data] as OrderRecord[];
}
