import { oneDay, startOf } from '../../shared/kernel/chinaTime';
import { insertMissing, readMany } from '../_runtime/database';
import { lastClosedDay } from './lastClosedDay';
import { type Sales, salesOf } from './sales';
import { sumCosts, sumReturned, sumSold } from './salesSums';

/** What a shop sold on one day, kept once nothing of it changes any more. */
interface DailySalesRecord {
  /** `shopId~2026-11-22` */
  _id: string;
  shopId: string;
  day: string;
  sales: Sales[];
}

const collection = 'dailySales';
const idOf = (shopId: string, day: string): string => `${shopId}~${day}`;

/** What a shop sold on each of these days (at most 31), in their order: what is kept, and the rest as it is now. */
export async function readSales(shopId: string, days: readonly string[], now: number): Promise<Sales[][]> {
  const ids = days.map((day) => idOf(shopId, day));
  const kept = new Map((await readMany<DailySalesRecord>(collection, ids)).map(({ day, sales }) => [day, sales]));
  const counted = await Promise.all(days.map(async (day) => kept.get(day) ?? countSales(shopId, day)));
  const closed = days
    .map((day, index): DailySalesRecord => ({ _id: idOf(shopId, day), shopId, day, sales: counted[index] ?? [] }))
    .filter(({ day }) => !kept.has(day) && day <= lastClosedDay(now));
  await insertMissing(collection, closed);
  return counted;
}

async function countSales(shopId: string, day: string): Promise<Sales[]> {
  const from = startOf(day);
  const until = from + oneDay;
  const [sold, costs, returned] = await Promise.all([
    sumSold(shopId, from, until),
    sumCosts(shopId, from, until),
    sumReturned(shopId, from, until),
  ]);
  return salesOf(sold, costs, returned);
}
