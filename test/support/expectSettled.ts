import type { CouponRecord } from '../../cloudfunctions/coupon/coupons';
import type { TemplateRecord } from '../../cloudfunctions/coupon/couponTemplates';
import type { OrderRecord } from '../../cloudfunctions/order/OrderRecord';
import type { StockMoveRecord } from '../../cloudfunctions/shop/stockMoves';
import type { Storefront } from './Storefront';
import { stockBooks } from './stockBooks';

/** What WeChat Pay's emulator tells of its orders and refunds. */
interface Money {
  paid: number;
  refunded: number;
}

/**
 * Checks the invariants 1 to 4 and 10 of orders after the clock has done its work: every piece of stock is accounted
 * for, every coupon is free or spent for one order that holds it, every fen is either the shop's or back with the payer, and nothing is left half done. Throws with what is wrong.
 */
export async function expectSettled(storefront: Storefront, orderIds: readonly string[]): Promise<void> {
  const found = await readOrders(storefront, orderIds);
  const skuIds = new Set(found.flatMap(({ lines }) => lines.map(({ skuId }) => skuId)));
  const books = new Map(
    await Promise.all(
      [...skuIds].map(async (skuId) => [skuId, await stockBooks(storefront.cloudbase, skuId)] as const),
    ),
  );
  const problems = [...books.values()].flatMap(({ sku, adjusted }) => [
    ...(adjusted === sku.stock ? [] : [`${sku._id}: first stock and moves make ${adjusted}, stock is ${sku.stock}`]),
    ...(sku.stock >= 0 ? [] : [`${sku._id}: stock is ${sku.stock}`]),
    ...(sku.pendingCount === 0 ? [] : [`${sku._id}: ${sku.pendingCount} notes are left`]),
  ]);
  for (const order of found) {
    const moves = [...books.values()].flatMap((book) => book.moves).filter((move) => move.orderId === order._id);
    const money = await moneyOf(storefront, order._id);
    problems.push(...problemsOf(order, moves, money).map((problem) => `${order._id} (${order.status}): ${problem}`));
  }
  problems.push(...(await couponProblems(storefront, found)));
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** What is wrong with one order, against its stock moves and against what WeChat Pay knows. */
function problemsOf(order: OrderRecord, moves: readonly StockMoveRecord[], { paid, refunded }: Money): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string) => void (holds || problems.push(problem));
  const { status, refunds, price, lines, stockReturns, due, shippingInfo } = order;

  expect(paid === 0 || paid === price.toPay, `costs ${price.toPay}, and ${paid} was paid`);
  expect(refunded <= paid, `${refunded} of ${paid} was paid back`);
  const ours = refunds.filter(({ state }) => state === 'done').reduce((sum, { amount }) => sum + amount, 0);
  expect(ours === refunded, `we say ${ours} was paid back, WeChat Pay says ${refunded}`);
  expect(status !== 'awaitingPayment', 'nobody pays or cancels it any more');
  expect(stockReturns.length === 0, 'stock is still to go back');
  expect(
    refunds.every(({ state }) => state === 'done'),
    'a refund is still under way',
  );
  const toldWeChat = shippingInfo?.state === 'uploaded' || shippingInfo?.state === 'refused';
  expect(order.shippedAt === undefined || toldWeChat, 'WeChat does not know how it was sent');
  const isDead = status === 'cancelled' || status === 'refunded';
  expect(isDead || paid > 0, 'goods are promised that nobody paid for');
  if (isDead) expect(paid === 0 || refunded > 0, 'the money was kept');
  if (status === 'cancelled') expect(paid === 0, 'it was paid and cancelled');

  const sold = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const back = moves.filter(({ delta }) => delta > 0).reduce((sum, { delta }) => sum + delta, 0);
  const taken = -moves.filter(({ delta }) => delta < 0).reduce((sum, { delta }) => sum + delta, 0);
  expect(taken === sold, `${taken} of ${sold} pieces were taken out of stock`);
  expect(back <= sold, `${back} of ${sold} pieces came back`);
  if (order.cancelledAt !== undefined) expect(back === sold, `${back} of ${sold} pieces came back after cancelling`);
  expect(
    order.cancelledAt !== undefined || due === undefined || status === 'shipped' || status === 'received',
    'is due',
  );
  return problems;
}

/** What is wrong with the coupons, seen from every coupon, from these orders, and from the budgets. */
async function couponProblems(storefront: Storefront, orders: readonly OrderRecord[]): Promise<string[]> {
  const [coupons, templates] = await Promise.all([
    readAll<CouponRecord>(storefront, 'coupons'),
    readAll<TemplateRecord>(storefront, 'couponTemplates'),
  ]);
  const spentFor = new Map(
    (
      await readOrders(
        storefront,
        coupons.flatMap(({ spentFor }) => spentFor?.orderId ?? []),
      )
    ).map((each) => [each._id, each]),
  );
  const problems: string[] = [];
  for (const coupon of coupons) {
    const order = coupon.spentFor && spentFor.get(coupon.spentFor.orderId);
    const holds = order?.coupon?.couponId === coupon._id && order.coupon.state === 'spent';
    if (coupon.spent !== (coupon.spentFor !== undefined)) problems.push(`${coupon._id}: spent, and for nothing`);
    if (coupon.spentFor && !holds)
      problems.push(`${coupon._id}: spent for ${coupon.spentFor.orderId}, which has it not`);
    if (coupon.unsettledAt !== undefined) problems.push(`${coupon._id}: is not settled`);
  }
  for (const { _id, status, receivedAt, coupon } of orders) {
    if (!coupon) continue;
    const ended =
      status === 'cancelled' || ((status === 'refunding' || status === 'refunded') && receivedAt === undefined);
    const wanted = ended ? 'returned' : 'spent';
    if (coupon.state !== wanted) problems.push(`${_id} (${status}): its coupon is ${coupon.state}, not ${wanted}`);
    const held = coupons.find((each) => each._id === coupon.couponId);
    if (!ended && held?.spentFor?.orderId !== _id) problems.push(`${_id} (${status}): its coupon is spent elsewhere`);
  }
  for (const { _id, budget, left, pendingCount } of templates) {
    const given = coupons.filter(({ templateId }) => templateId === _id).length;
    if (left !== budget - given || left < 0)
      problems.push(`${_id}: ${left} of ${budget} are left, and ${given} are given`);
    if (pendingCount !== 0) problems.push(`${_id}: ${pendingCount} notes are left`);
  }
  return problems;
}

/** Every record of a collection, by id. */
export async function readAll<Stored extends { _id: string }>(
  { cloudbase }: Pick<Storefront, 'cloudbase'>,
  collection: string,
): Promise<Stored[]> {
  const db = cloudbase.database();
  const all: Stored[] = [];
  for (let size = 1_000, found = size; found === size; ) {
    const beyond = { _id: db.command.gt(all.at(-1)?._id ?? '') };
    const { data } = await db.collection(collection).where(beyond).orderBy('_id', 'asc').limit(size).get();
    all.push(...(data as Stored[]));
    found = data.length;
  }
  return all;
}

/** Reads orders by id. */
export async function readOrders(storefront: Storefront, orderIds: readonly string[]): Promise<OrderRecord[]> {
  const db = storefront.cloudbase.database();
  const pages: OrderRecord[] = [];
  for (let start = 0; start < orderIds.length; start += 500) {
    const ids = orderIds.slice(start, start + 500);
    const { data } = await db
      .collection('orders')
      .where({ _id: db.command.in([...ids]) })
      .limit(1_000)
      .get();
    pages.push(...(data as OrderRecord[]));
  }
  return pages;
}

async function moneyOf({ emulator }: Storefront, orderId: string): Promise<Money> {
  const response = await fetch(`${emulator.url}/_emulator/wechat/orders/${orderId}`);
  const { order, refunds } = (await response.json()) as {
    order?: { request: { amount: { total: number } }; state: { is: string } };
    refunds: { request: { amount: { refund: number } }; status: string }[];
  };
  return {
    paid: order?.state.is === 'SUCCESS' ? order.request.amount.total : 0,
    refunded: refunds
      .filter(({ status }) => status === 'SUCCESS')
      .reduce((sum, { request }) => sum + request.amount.refund, 0),
  };
}
