import { oneDay, startOf } from '../../shared/kernel/chinaTime';
import { insertMissing, readMany } from '../_runtime/database';
import { sumPayments, sumRefunds } from '../order/public';
import { countFollows } from './follows';
import { type FiguresByOrigin, figuresOf, noFigures } from './loopFigures';
import { countVisits } from './visits';

/** The figures of one shop and day that will not change any more. */
interface DailyReport {
  /** `shopId~2026-11-22` */
  _id: string;
  shopId: string;
  day: string;
  /** A list, for keys of origins may hold what a field's name may not. */
  figures: { origin: string; figures: FiguresByOrigin[string] }[];
}

const collection = 'dailyReports';
const idOf = (shopId: string, day: string): string => `${shopId}~${day}`;

/** What is kept of these days (at most 100), by day. */
export async function readReports(shopId: string, days: readonly string[]): Promise<Map<string, FiguresByOrigin>> {
  const reports = await readMany<DailyReport>(
    collection,
    days.map((day) => idOf(shopId, day)),
  );
  return new Map(reports.map((report) => [report.day, byOrigin(report)]));
}

/** Of these shops (at most 100), those whose day is not kept yet. */
export async function shopsWithoutReport(shopIds: readonly string[], day: string): Promise<string[]> {
  const kept = await readMany<DailyReport>(
    collection,
    shopIds.map((shopId) => idOf(shopId, day)),
  );
  return shopIds.filter((shopId) => !kept.some((report) => report.shopId === shopId));
}

/** Keeps the figures of a shop's day for good, unless they are kept. */
export const keepReport = (shopId: string, day: string, figures: FiguresByOrigin): Promise<void> =>
  insertMissing(collection, [
    {
      _id: idOf(shopId, day),
      shopId,
      day,
      figures: Object.entries(figures).map(([origin, each]) => ({ origin, figures: each })),
    } as DailyReport,
  ]);

/** The figures of a shop's day, as they are now. */
export async function countDay(shopId: string, day: string): Promise<FiguresByOrigin> {
  const from = startOf(day);
  const until = from + oneDay;
  const [visits, payments, refunds, follows] = await Promise.all([
    countVisits(shopId, day),
    sumPayments(shopId, from, until),
    sumRefunds(shopId, from, until),
    countFollows(shopId, day),
  ]);
  return figuresOf(visits, payments, refunds, follows);
}

const byOrigin = ({ figures }: DailyReport): FiguresByOrigin =>
  // A day that was kept before a figure was counted has none of it.
  Object.fromEntries(figures.map(({ origin, figures: each }) => [origin, { ...noFigures, ...each }]));
