import type { SellerNeed } from '../../shared/order/sellerNeeds';
import type { OrderStatus } from '../../shared/order/status';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';
import { derived } from './derived';
import type { NewOrder, OrderRecord } from './OrderRecord';

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

export const insertOrders = (orders: readonly NewOrder[]): Promise<'inserted' | 'exists'> =>
  insert(collection, ...orders.map(derived));

/**
 * Writes `after` over `before`, if nobody changed the order since, and answers the order as it is then; `undefined` when
 * somebody did. Sent twice, the second is told so, too.
 */
export async function replaceOrder(before: OrderRecord, after: OrderRecord): Promise<OrderRecord | undefined> {
  const next = derived({ ...after, version: before.version + 1 });
  const { updated } = await db
    .collection(collection)
    .where({ _id: before._id, version: before.version })
    .update(changes(before, next));
  return updated === 1 ? next : undefined;
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
  whose: { openId: string; shopId?: string } | { shopId: string };
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

const overdueAfter = 10 * 60_000;

/** How many orders the clock should have done something for ten minutes ago, and has not. */
export async function countOverdue(now: number): Promise<number> {
  const { total } = await db
    .collection(collection)
    .where({ due: _.lt(now - overdueAfter) })
    .count();
  return total ?? 0;
}

/** What `held.ts` looks at of an order. */
export type HoldingOrder = Pick<OrderRecord, '_id' | 'status' | 'lines' | 'cases' | 'stockReturns'>;

/** A shop's orders in one status that have one of these SKUs, or those whose pieces of them are still to go back. */
export async function readOrdersWith(
  shopId: string,
  skuIds: readonly string[],
  which: OrderStatus | 'stockReturns',
): Promise<HoldingOrder[]> {
  const ids = _.in([...skuIds]);
  const wanted = which === 'stockReturns' ? { 'stockReturns.skuId': ids } : { status: which, 'lines.skuId': ids };
  const size = 1_000;
  const all: (HoldingOrder & Pick<OrderRecord, 'placedAt'>)[] = [];
  for (let found = size; found === size; ) {
    const last = all.at(-1);
    const { data } = await db
      .collection(collection)
      .where(_.and([{ shopId, ...wanted }, beyond('placedAt', 'desc', last && { value: last.placedAt, id: last._id })]))
      .orderBy('placedAt', 'desc')
      .orderBy('_id', 'desc')
      .field({ status: true, lines: true, cases: true, stockReturns: true, placedAt: true })
      .limit(size)
      .get();
    all.push(...(data as typeof all));
    found = data.length;
  }
  return all;
}

/** A shop's pickup orders with this code that can be handed over or were; at most 2. */
export async function readOrdersByPickupCode(shopId: string, pickupCode: string): Promise<OrderRecord[]> {
  const { data } = await db.collection(collection).where({ shopId, keys: pickupCode }).limit(2).get();
  return data as OrderRecord[];
}

/** At which of these shops a person has bought something before, that is, paid for it. */
export async function shopsBoughtAt(openId: string, shopIds: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    shopIds.map((shopId) =>
      db
        .collection(collection)
        .where({ openId, shopId, 'payment.paidAt': _.gt(0) })
        .field({ shopId: true })
        .limit(1)
        .get(),
    ),
  );
  return new Set(found.flatMap(({ data }) => (data as Pick<OrderRecord, 'shopId'>[]).map(({ shopId }) => shopId)));
}

/** Every payment of a time (ms, without its end), in pages, by when it was made. */
export async function* readPaymentsOf(from: number, to: number): AsyncGenerator<{ orderId: string; amount: number }[]> {
  const size = 1_000;
  for (let place: Place | undefined, found = size; found === size; ) {
    const { data } = await db
      .collection(collection)
      .where(_.and([{ 'payment.paidAt': _.gte(from).and(_.lt(to)) }, beyond('payment.paidAt', 'asc', place)]))
      .orderBy('payment.paidAt', 'asc')
      .orderBy('_id', 'asc')
      .field({ payment: true })
      .limit(size)
      .get();
    const page = data as Pick<OrderRecord, '_id' | 'payment'>[];
    yield page.map(({ _id, payment }) => ({ orderId: _id, amount: payment?.amount ?? 0 }));
    const last = page.at(-1);
    place = last?.payment && { value: last.payment.paidAt, id: last._id };
    found = page.length;
  }
}
