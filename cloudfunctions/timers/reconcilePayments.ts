import { readBills, reconcileDay } from '../order/public';

const hour = 3_600_000;
const day = 24 * hour;
const china = 8 * hour;
/** WeChat Pay makes the bill of a day until ten the next morning. */
const readyAt = 10 * hour;
/** A day that was missed is made up for; WeChat Pay keeps bills for three months. */
const daysBack = [3, 2, 1];

/** Compares the oldest bill that is ready and not compared yet. Answers how many of its lines were looked at. */
export async function reconcilePayments(now: number): Promise<number> {
  const dates = daysBack.map((days) => new Date(now + china - readyAt - days * day).toISOString().slice(0, 10));
  const known = new Map((await readBills(dates)).map((bill) => [bill._id, bill]));
  const next = dates.find((date) => known.get(date)?.finishedAt === undefined);
  return next === undefined ? 0 : reconcileDay(next, known.get(next), now);
}
