import type { WrittenBenefit } from '../../shared/coupon/terms';
import { fen } from '../../shared/kernel/money';
import type { Caller } from './Storefront';

/** What each of the coupons that `openGrants` gives takes off, in fen. */
export const grantedOff = 500;

const amountOff = { kind: 'amount', off: fen(grantedOff) } as const;

/**
 * Lets a shop give a shopper coupons over any goods, as many as a test needs: the owner saves a template, and each call
 * of the answer grants one to whoever placed that person's first order. Answers the coupon's id.
 */
export async function openGrants(
  owner: Caller,
  shopper: Caller,
  benefit: WrittenBenefit = amountOff,
  templateId = 'granted-01',
): Promise<() => Promise<string>> {
  const shopId = 'jinmei';
  await owner.ask('coupon.saveCouponTemplate', {
    ...{ shopId, templateId, name: '补偿券', benefit, from: fen(0) },
    ...{ scope: { kind: 'everything' }, claimFrom: 0, claimUntil: 1 },
    ...{ validity: { kind: 'days', days: 365 }, perPerson: 1, budget: 100_000 },
  });
  const { orders } = await shopper.ask('order.listOrders', {});
  const orderId = orders.at(-1)?.orderId ?? '';
  let grants = 0;
  return async () => {
    grants += 1;
    const grant = { shopId, templateId, orderId, grantId: `grant-${grants}` };
    return (await owner.ask('coupon.grantCoupon', grant)).couponId;
  };
}
