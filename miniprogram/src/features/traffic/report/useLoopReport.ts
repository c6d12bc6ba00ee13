import type { Output } from '@shared/contract';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';

/** What `traffic.getLoopReport` answers. */
export type LoopReport = Output<'traffic.getLoopReport'>;
/** What came of one origin. */
export type LoopRow = LoopReport['rows'][number];

/** How many days a report is about, today included. */
export const ranges = { today: 1, week: 7, month: 31 } as const;
export type Range = keyof typeof ranges;

const day = 86_400_000;
const china = 8 * 3_600_000;

/** The day of a moment (ms) in China's time, wherever the phone is: `2026-11-22`. */
const dayOf = (at: number): string => new Date(at + china).toISOString().slice(0, 10);

/** What brought people to a shop in the chosen days, and those who came back since. */
export function useLoopReport(shopId: string) {
  const [range, choose] = useState<Range>('week');
  // Fixed while the page is open: at midnight the answer would otherwise not be the one that was asked for.
  const [today] = useState(() => Date.now());
  const from = dayOf(today - (ranges[range] - 1) * day);
  const report = useCall('traffic.getLoopReport', { shopId, from, to: dayOf(today) }, { keepBefore: true });
  const cohorts = useCall('traffic.getCohorts', { shopId });
  return { range, choose, report, cohorts, today: dayOf(today), yesterday: dayOf(today - day) };
}
