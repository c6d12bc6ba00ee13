import { countDay, keepReport, shopsWithoutReport } from './dailyReports';
import { dayOf, shopsVisitedOn } from './visits';

const oneDay = 86_400_000;
/** WeChat Pay's bill of a day may tell of a payment three days later; after that nothing of the day changes. */
const openDays = 4;
const mostAtOnce = 500;

/** Whether nothing of a day changes any more. */
export const isClosed = (day: string, now: number): boolean => day <= dayOf(now - openDays * oneDay);

/** Keeps the figures of the day that has just closed, for every shop that was visited then. Answers how many shops. */
export async function closeDays(now: number): Promise<number> {
  const day = dayOf(now - openDays * oneDay);
  let closed = 0;
  let shopIds = await shopsVisitedOn(day, '');
  while (shopIds.length > 0 && closed < mostAtOnce) {
    const missing = await shopsWithoutReport(shopIds, day);
    await Promise.all(missing.map(async (shopId) => keepReport(shopId, day, await countDay(shopId, day))));
    closed += missing.length;
    shopIds = await shopsVisitedOn(day, shopIds.at(-1) ?? '');
  }
  return closed;
}
