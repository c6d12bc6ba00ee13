import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import {
  type Attempt,
  giveBackStock,
  keepStock,
  readShops,
  readSkus,
  recordSale,
  type SkuRecord,
  takeStock,
} from '../shop/public';
import { readAddress } from './addresses';
import { removeCartLines } from './carts';
import { decideCheckout, newOrders, type Part, partsOf, placedView } from './checkout';
import type { OrderRecord } from './OrderRecord';
import { insertOrders, readOrders } from './orders';

type Place = OrderContract['placeOrder'];
type Placed = Reply<OutputOf<Place>, RefusalOf<Place>>;

/**
 * Places the orders of one checkout once for each `checkoutId`: the id of the first order decides which of several
 * equal calls did it, and all of them answer with those orders. Stock is taken first, so that an order which exists can
 * be honoured (ADR 0002).
 */
export const placeOrder: Handler<Place> = async (input, context) => {
  // Only a call that runs beside its own double goes round again; each round waits for the database, so three are plenty.
  for (let round = 0; round < 3; round += 1) {
    const answer = await tryToPlace(input, context);
    if (answer !== 'beingPlaced') return answer;
  }
  throw new Error(`checkout ${input.checkoutId} is still being placed by another call`);
};

async function tryToPlace(input: ParsedInputOf<Place>, context: Context): Promise<Placed | 'beingPlaced'> {
  const parts = partsOf(input);
  const { openId } = context;
  const [placed, shops, address, skus] = await Promise.all([
    readOrders(orderIdsOf(parts)),
    readShops(parts.map(({ shopId }) => shopId)),
    readAddress(input.addressId, openId),
    readSkus(skuIdsOf(parts)),
  ]);
  if (placed.length > 0) return answerWith(placed, parts, openId);
  if (!address) return refuse({ code: 'NOT_FOUND', what: 'address' });

  const decided = decideCheckout(parts, shops, address, skus);
  if (!decided.ok) return decided.refusal.code === 'OUT_OF_STOCK' ? answerShortage(parts, openId, skus) : decided;

  const key = context.newId();
  const sales = parts.map((part) => saleOf(part, key, context));
  const short = (await Promise.all(sales.map(({ attempt, lines }) => takeStock(attempt, lines)))).flat();
  if (short.length > 0) {
    await giveBack(sales);
    return answerShortage(parts, openId, await readSkus(skuIdsOf(parts)));
  }
  const orders = newOrders(decided.value, key, address, context);
  const [inserted] = await Promise.all([
    insertOrders(orders),
    ...sales.map(({ attempt, lines }) => recordSale(attempt, lines)),
  ]);
  const winners = inserted === 'exists' ? await readOrders(orderIdsOf(parts)) : [];
  if (winners.some(({ attemptKey }) => attemptKey !== key)) {
    await giveBack(sales);
    return answerWith(winners, parts, openId);
  }
  await Promise.all([
    ...sales.map(({ attempt, lines }) => keepStock(attempt, lines)),
    removeCartLines(openId, skuIdsOf(parts)),
  ]);
  return accept(placedView(orders));
}

/** Too little stock: unless it is these same orders, placed or being placed by another call, that hold it. */
async function answerShortage(
  parts: readonly Part[],
  openId: string,
  skus: readonly SkuRecord[],
): Promise<Placed | 'beingPlaced'> {
  // Read after the SKUs: a note that was already dropped there means that the orders are to be found here.
  const orderIds = orderIdsOf(parts);
  const placed = await readOrders(orderIds);
  if (placed.length > 0) return answerWith(placed, parts, openId);
  const notes = skus.flatMap((sku) => Object.values(sku.pending));
  if (notes.some((note) => orderIds.includes(note.orderId) && note.by === openId)) return 'beingPlaced';

  for (const { skuId, quantity } of parts.flatMap(({ lines }) => lines)) {
    const left = skus.find((sku) => sku._id === skuId)?.stock ?? 0;
    if (left < quantity) return refuse({ code: 'OUT_OF_STOCK', skuId, left });
  }
  return 'beingPlaced';
}

/** The orders stand already: they are the answer, if they are what was asked for. */
function answerWith(placed: readonly OrderRecord[], parts: readonly Part[], openId: string): Placed {
  const same = parts.map((part) => placed.find((order) => isSame(order, part, openId)));
  const orders = same.flatMap((order) => (order ? [order] : []));
  return orders.length === parts.length ? accept(placedView(orders)) : refuse({ code: 'CHECKOUT_ID_TAKEN' });
}

const isSame = (order: OrderRecord, { orderId, shopId, lines }: Part, openId: string): boolean =>
  order._id === orderId &&
  order.openId === openId &&
  order.shopId === shopId &&
  order.lines.length === lines.length &&
  lines.every((line) => order.lines.some((each) => each.skuId === line.skuId && each.quantity === line.quantity));

interface Sale {
  attempt: Attempt;
  lines: Part['lines'];
}

const saleOf = ({ orderId, shopId, lines }: Part, key: string, { openId, now }: Context): Sale => ({
  attempt: { key, orderId, shopId, by: openId, at: now },
  lines,
});

const giveBack = (sales: readonly Sale[]) =>
  Promise.all(sales.map(({ attempt, lines }) => giveBackStock(attempt, lines)));

const orderIdsOf = (parts: readonly Part[]): string[] => parts.map(({ orderId }) => orderId);
const skuIdsOf = (parts: readonly Part[]): string[] => parts.flatMap(({ lines }) => lines.map(({ skuId }) => skuId));
