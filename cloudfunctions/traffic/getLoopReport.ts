import { accept, type OutputOf } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import { originOf } from '../../shared/traffic/touch';
import type { Handler } from '../_runtime/serve';
import { isClosed } from './closeDays';
import { countDay, keepReport, readReports } from './dailyReports';
import { addDays, addFigures, type Figures, type FiguresByOrigin, noFigures } from './loopFigures';

type Report = TrafficContract['getLoopReport'];

export const getLoopReport: Handler<Report> = async ({ shopId, from, to }, { now }) => {
  const days = daysFrom(from, to);
  const kept = await readReports(shopId, days);
  const counted = await Promise.all(days.map(async (day) => kept.get(day) ?? countAndKeep(shopId, day, now)));
  const figures = addDays(counted);
  return accept({
    rows: Object.entries(figures)
      .map(([origin, each]) => rowOf(origin, each))
      .sort((a, b) => b.paid - b.refunded - (a.paid - a.refunded) || b.visits - a.visits),
    total: Object.values(figures).reduce(addFigures, noFigures),
  });
};

async function countAndKeep(shopId: string, day: string, now: number): Promise<FiguresByOrigin> {
  const figures = await countDay(shopId, day);
  if (isClosed(day, now)) await keepReport(shopId, day, figures);
  return figures;
}

const rowOf = (origin: string, figures: Figures): OutputOf<Report>['rows'][number] => ({
  ...(originOf(origin) ?? { source: 'direct' }),
  ...figures,
});

function daysFrom(from: string, to: string): string[] {
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / 86_400_000 + 1;
  return Array.from({ length: count }, (_none, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  );
}
