import type { Output } from '@shared/contract';
import { chinaDay, oneDay } from '@shared/kernel/chinaTime';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';

/** What `traffic.getLoopReport` answers. */
export type LoopReport = Output<'traffic.getLoopReport'>;
/** What came of one origin. */
export type LoopRow = LoopReport['rows'][number];

/** How many days a report is about, today included. */
export const ranges = { today: 1, week: 7, month: 31 } as const;
export type Range = keyof typeof ranges;

/** What brought people to a shop in the chosen days, and those who came back since. */
export function useLoopReport(shopId: string) {
  const [range, choose] = useState<Range>('week');
  // Fixed while the page is open: at midnight the answer would otherwise not be the one that was asked for.
  const [today] = useState(() => Date.now());
  const from = chinaDay(today - (ranges[range] - 1) * oneDay);
  const report = useCall('traffic.getLoopReport', { shopId, from, to: chinaDay(today) }, { keepBefore: true });
  const cohorts = useCall('traffic.getCohorts', { shopId });
  return { range, choose, report, cohorts, today: chinaDay(today), yesterday: chinaDay(today - oneDay) };
}
