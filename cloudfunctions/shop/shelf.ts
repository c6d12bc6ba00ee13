import { type HoldingOrder, heldBy, readHoldingOrders, readOrders } from '../order/public';
import { readSkus, type SkuRecord } from './skus';

/** What lies in the shop of a SKU: `sku.stock`, which can be sold, and `held`, which is sold and not gone yet. */
export interface Shelf {
  sku: SkuRecord;
  held: number;
}

/** Each round reads anew what an order changed meanwhile. */
const rounds = 5;

/**
 * What should lie in the shop of these SKUs of its (at most 30), others left out. Stock and orders are two records, so a
 * SKU counts as read when it is the same before and after the orders; a SKU that orders keep changing is a fault.
 */
export async function readShelves(shopId: string, skuIds: readonly string[]): Promise<Map<string, Shelf>> {
  const shelves = new Map<string, Shelf>();
  let before = await readOwn(shopId, skuIds);
  for (let round = 0; round < rounds && before.length > 0; round += 1) {
    const ids = before.map(({ _id }) => _id);
    const orders = await readHoldingOrders(shopId, ids);
    const after = await readOwn(shopId, ids);
    const still = after.filter((sku) => before.some((each) => isSame(each, sku)));
    const takenFor = await readTaken(still, orders);
    for (const sku of still) shelves.set(sku._id, { sku, held: heldOf(sku, orders, takenFor) });
    before = after.filter(({ _id }) => !shelves.has(_id));
  }
  if (before.length > 0) throw new Error(`orders keep changing ${before.map(({ _id }) => _id).join(', ')}`);
  return shelves;
}

const readOwn = async (shopId: string, skuIds: readonly string[]): Promise<SkuRecord[]> =>
  (await readSkus(skuIds)).filter((sku) => sku.shopId === shopId);

const isSame = (one: SkuRecord, other: SkuRecord): boolean =>
  one._id === other._id &&
  one.stock === other.stock &&
  one.moveCount === other.moveCount &&
  Object.keys(one.pending).sort().join() === Object.keys(other.pending).sort().join();

/** Stock is taken before its order is written: which of the notes belong to an order that is not there (yet). */
async function readTaken(skus: readonly SkuRecord[], orders: readonly HoldingOrder[]): Promise<ReadonlySet<string>> {
  const known = new Set(orders.map(({ _id }) => _id));
  const others = new Set(skus.flatMap(salesOf).flatMap(({ orderId }) => (known.has(orderId) ? [] : [orderId])));
  const placed = new Set((await readOrders([...others].slice(0, 100))).map(({ _id }) => _id));
  return new Set([...others].filter((orderId) => !placed.has(orderId)));
}

function heldOf(sku: SkuRecord, orders: readonly HoldingOrder[], takenFor: ReadonlySet<string>): number {
  const isCounted = (moveId: string) => sku.pending[moveId] !== undefined;
  const ordered = orders.reduce((sum, order) => sum + heldBy(order, sku._id, isCounted), 0);
  const taken = salesOf(sku).filter(({ orderId }) => takenFor.has(orderId));
  return taken.reduce((sum, { delta }) => sum - delta, ordered);
}

const salesOf = ({ pending }: SkuRecord) => Object.values(pending).filter(({ reason }) => reason === 'sale');
