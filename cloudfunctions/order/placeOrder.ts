import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import { boughtOf } from '../../shared/order/boughtOf';
import type { OrderContract } from '../../shared/order/contract';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { readCoupons } from '../coupon/public';
import { readFollowedShops } from '../fan/public';
import { readShops, readSkus } from '../shop/public';
import { readAddress } from './addresses';
import { removeCartLines } from './carts';
import { decideCheckout, type Found, newOrders, type Part, partsOf, placedView } from './checkout';
import { readGifts } from './gifts';
import { giveBackHold, holdOf, keepHold, recordHold, takeHold } from './hold';
import type { OrderRecord } from './OrderRecord';
import { readOrderCredits } from './orderCredits';
import { insertOrders, readOrders } from './orders';

type Place = OrderContract['placeOrder'];
type Placed = Reply<OutputOf<Place>, RefusalOf<Place>>;

/**
 * Places the orders of one checkout once for each `checkoutId`: the id of the first order decides which of several
 * equal calls did it, and all of them answer with those orders. Stock and coupons are taken first, so that an order
 * which exists can be honoured (ADR 0002, 0008).
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
  const { openId, unionId } = context;
  const shopIds = parts.map(({ shopId }) => shopId);
  const [placed, shops, address, goods, followed, creditOf] = await Promise.all([
    readOrders(orderIdsOf(parts)),
    readShops(shopIds),
    readAddress(input.addressId, openId),
    readGoods(parts),
    readFollowedShops(shopIds, openId, unionId),
    readOrderCredits(openId, shopIds, context.now),
    context.permitted(),
  ]);
  if (placed.length > 0) return answerWith(placed, parts, openId);
  if (!address) return refuse({ code: 'NOT_FOUND', what: 'address' });

  const found = { shops, address, followed, ...goods };
  const decided = decideCheckout(parts, found, context);
  if (!decided.ok) return canBeOwn(decided.refusal) ? answerLost(parts, found, context) : decided;

  const key = context.newId();
  const hold = holdOf(decided.value, key, context);
  if (!(await takeHold(hold))) return answerLost(parts, { ...found, ...(await readGoods(parts)) }, context);

  const orders = newOrders(decided.value, key, address, creditOf, context);
  const [inserted] = await Promise.all([insertOrders(orders), recordHold(hold)]);
  const winners = inserted === 'exists' ? await readOrders(orderIdsOf(parts)) : [];
  if (winners.some(({ attemptKey }) => attemptKey !== key)) {
    await giveBackHold(hold);
    return answerWith(winners, parts, openId);
  }
  await Promise.all([keepHold(hold), removeCartLines(openId, skuIdsOf(parts))]);
  return accept(placedView(orders));
}

/** What others may take away at the same moment. Waits once; twice for the gift of a coupon. */
async function readGoods(parts: readonly Part[]): Promise<Pick<Found, 'skus' | 'coupons'>> {
  const couponIds = parts.flatMap(({ couponId }) => couponId ?? []);
  const [skus, coupons] = await Promise.all([readSkus(skuIdsOf(parts)), readCoupons(couponIds)]);
  return { skus: [...skus, ...(await readGifts(coupons, skus))], coupons };
}

/** Whether it can be these same orders, being placed by another call, that took what is missing. */
const canBeOwn = (refusal: RefusalOf<Place>): boolean =>
  refusal.code === 'OUT_OF_STOCK' ||
  (refusal.code === 'COUPON_NOT_USABLE' && ['spent', 'giftGone'].includes(refusal.whyNot.because));

/** Something was short or spent: unless it is these same orders, placed or being placed by another call, that hold it. */
async function answerLost(parts: readonly Part[], found: Found, context: Context): Promise<Placed | 'beingPlaced'> {
  // Read after SKUs and coupons: a note that was already dropped there means that the orders are to be found here.
  const orderIds = orderIdsOf(parts);
  const placed = await readOrders(orderIds);
  if (placed.length > 0) return answerWith(placed, parts, context.openId);

  const notes = found.skus.flatMap((sku) => Object.values(sku.pending)).filter(({ by }) => by === context.openId);
  const spendings = found.coupons.flatMap(({ openId, spentFor }) =>
    spentFor && openId === context.openId ? [spentFor] : [],
  );
  if ([...notes, ...spendings].some(({ orderId }) => orderIds.includes(orderId))) return 'beingPlaced';

  const decided = decideCheckout(parts, found, context);
  return decided.ok ? 'beingPlaced' : decided;
}

/** The orders stand already: they are the answer, if they are what was asked for. */
function answerWith(placed: readonly OrderRecord[], parts: readonly Part[], openId: string): Placed {
  const same = parts.map((part) => placed.find((order) => isSame(order, part, openId)));
  const orders = same.flatMap((order) => (order ? [order] : []));
  return orders.length === parts.length ? accept(placedView(orders)) : refuse({ code: 'CHECKOUT_ID_TAKEN' });
}

const isSame = (order: OrderRecord, { orderId, shopId, couponId, lines }: Part, openId: string): boolean =>
  order._id === orderId &&
  order.openId === openId &&
  order.shopId === shopId &&
  order.coupon?.couponId === couponId &&
  order.lines.filter((each) => boughtOf(each) > 0).length === lines.length &&
  lines.every((line) => order.lines.some((each) => each.skuId === line.skuId && boughtOf(each) === line.quantity));

const orderIdsOf = (parts: readonly Part[]): string[] => parts.map(({ orderId }) => orderId);
const skuIdsOf = (parts: readonly Part[]): string[] => parts.flatMap(({ lines }) => lines.map(({ skuId }) => skuId));
