import type { Storefront } from '../support/Storefront';
import { until } from '../support/until';
import type { DemoPerson } from '../support/world/people';

/** The id of the newest case of somebody's order. Screens do not show it, and a case's buttons are named after it. */
export async function newestCase(storefront: Storefront, person: DemoPerson, orderId: string): Promise<string> {
  const { cases } = await (await storefront.as(person)).ask('order.getOrder', { orderId });
  const newest = cases.at(-1);
  if (!newest) throw new Error(`order ${orderId} has no case`);
  return newest.caseId;
}

/** Resolves when all refunds of an order have arrived; WeChat Pay answers "processing" first, and the clock asks again. */
export async function refundsArrived(storefront: Storefront, person: DemoPerson, orderId: string): Promise<void> {
  const caller = await storefront.as(person);
  await until(async () => {
    await storefront.tick();
    const { cases } = await caller.ask('order.getOrder', { orderId });
    return cases.every(({ status }) => status !== 'refunding');
  });
}
