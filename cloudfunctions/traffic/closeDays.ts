import { lastClosedDay } from '../order/public';
import { countDay, keepReport, shopsWithoutReport } from './dailyReports';
import { shopsVisitedOn } from './visits';

const mostAtOnce = 500;

/** Keeps the figures of the day that has just closed, for every shop that was visited then. Answers how many shops. */
export async function closeDays(now: number): Promise<number> {
  const day = lastClosedDay(now);
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
