import {
  giveBackCoupon,
  keepCoupon,
  readCoupons,
  readUnsettledCoupons,
  readUnsettledTemplates,
  settleGiving,
} from '../coupon/public';
import { readOrders } from '../order/public';

/** Longer than any function may run (60 s), so whoever wrote a note this old has finished or is dead. */
const writerIsGoneMs = 120_000;

/** Finishes what nobody will finish any more about coupons given and coupons spent, and answers how many. */
export async function settleCoupons(now: number): Promise<number> {
  const stale = now - writerIsGoneMs;
  const [given, spent] = await Promise.all([settleGivings(stale), settleSpendings(stale)]);
  return given + spent;
}

/** Notes of coupons that a budget has counted: each stands if that very try inserted it. */
async function settleGivings(stale: number): Promise<number> {
  const notes = (await readUnsettledTemplates(stale))
    .flatMap(({ _id: templateId, pending }) =>
      Object.entries(pending).map(([key, { couponId, at }]) => ({ templateId, key, couponId, at })),
    )
    .filter(({ at }) => at < stale)
    .slice(0, 100);
  const standing = new Map((await readCoupons(notes.map(({ couponId }) => couponId))).map((each) => [each._id, each]));
  await Promise.all(
    notes.map(({ templateId, key, couponId }) => settleGiving(templateId, key, standing.get(couponId))),
  );
  return notes.length;
}

/** Coupons that were spent for an order: each stays spent if that very try placed it. */
async function settleSpendings(stale: number): Promise<number> {
  const spendings = (await readUnsettledCoupons(stale)).flatMap(({ _id: couponId, spentFor }) =>
    spentFor ? [{ couponId, ...spentFor }] : [],
  );
  const orders = await readOrders([...new Set(spendings.map(({ orderId }) => orderId))]);
  const placedBy = new Map(orders.map(({ _id, attemptKey }) => [_id, attemptKey]));
  await Promise.all(
    spendings.map((each) => (placedBy.get(each.orderId) === each.key ? keepCoupon(each) : giveBackCoupon(each))),
  );
  return spendings.length;
}
