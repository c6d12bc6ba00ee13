import type { Context } from '../_runtime/context';
import { giveBackCoupon, keepCoupon, type Spending, spendCoupon } from '../coupon/public';
import { type Attempt, giveBackStock, keepStock, recordSale, takeStock } from '../shop/public';
import type { Decided } from './checkout';

/**
 * What one try at placing a checkout takes before its orders are written, under one key that is new for each try. So an
 * order that exists can be honoured, and what was taken for one that does not goes back (ADR 0002, 0008).
 */
export interface Hold {
  /** What is bought, and what comes along as a gift. */
  sales: readonly { attempt: Attempt; lines: Decided['lines'] }[];
  spendings: readonly Spending[];
}

export const holdOf = (decided: readonly Decided[], key: string, { openId, now }: Context): Hold => ({
  sales: decided.map(({ part: { orderId, shopId }, lines }) => ({
    attempt: { key, orderId, shopId, by: openId, at: now },
    lines,
  })),
  spendings: decided.flatMap(({ part: { orderId }, coupon }) =>
    coupon ? [{ couponId: coupon._id, orderId, key, at: now }] : [],
  ),
});

/** Takes the stock and spends the coupons, side by side; all or nothing. Answers whether it has them. */
export async function takeHold(hold: Hold): Promise<boolean> {
  const [short, spent] = await Promise.all([
    Promise.all(hold.sales.map(({ attempt, lines }) => takeStock(attempt, lines))),
    Promise.all(hold.spendings.map(spendCoupon)),
  ]);
  const taken = short.flat().length === 0 && spent.every(Boolean);
  // All of it: something may look taken by others because the first of two sendings took it.
  if (!taken) await giveBackHold(hold);
  return taken;
}

/** Writes the moves of the stock. */
export const recordHold = async ({ sales }: Hold): Promise<void> => {
  await Promise.all(sales.map(({ attempt, lines }) => recordSale(attempt, lines)));
};

/** The orders stand: what was noted in case they would not is dropped. */
export const keepHold = ({ sales, spendings }: Hold) =>
  Promise.all([...sales.map(({ attempt, lines }) => keepStock(attempt, lines)), ...spendings.map(keepCoupon)]);

/** The orders do not stand: everything goes back. Safe twice. */
export const giveBackHold = ({ sales, spendings }: Hold) =>
  Promise.all([...sales.map(({ attempt, lines }) => giveBackStock(attempt, lines)), ...spendings.map(giveBackCoupon)]);
