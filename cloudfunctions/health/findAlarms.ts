import type { Heartbeat } from '../_runtime/heartbeats';

/**
 * What somebody should be woken for; `docs/OPERATING.md` says what to do about each.
 * - `timerLate`: a timer has not run when it should
 * - `choreFails`: it ran, and one of its chores failed
 * - `ordersOverdue`: orders wait for the clock, and it does not get them done
 * - `moneyDiffers`: WeChat Pay's bill and our orders disagree, and nothing has settled it
 */
export type Alarm = { is: 'timerLate' | 'choreFails' | 'ordersOverdue' | 'moneyDiffers'; about: string };

/** What a look into the database found. */
export interface Findings {
  /** ms since 1970 */
  now: number;
  heartbeats: readonly Heartbeat[];
  /** Orders that have been due for ten minutes and more; of very many only how many were counted. */
  overdue: number;
  /** Days whose bill differs, `2026-11-22`. */
  daysThatDiffer: readonly string[];
}

const minute = 60_000;

/** How long each timer may be silent: three runs of the minute's, two of the hour's. */
const silence: Readonly<Record<string, number>> = {
  timers: 3 * minute,
  people: 3 * minute,
  upkeep: 125 * minute,
};

/** Decides what of this is worth waking somebody for. */
export function findAlarms({ now, heartbeats, overdue, daysThatDiffer }: Findings): Alarm[] {
  const lastOf = (timer: string) => heartbeats.find(({ _id }) => _id === timer)?.at ?? 0;
  const late = Object.keys(silence).filter((timer) => now - lastOf(timer) > (silence[timer] ?? 0));
  const failed = heartbeats.flatMap(({ _id, failed: names }) => names.map((name) => `${_id}.${name}`));
  return [
    ...late.map((about): Alarm => ({ is: 'timerLate', about })),
    ...failed.map((about): Alarm => ({ is: 'choreFails', about })),
    ...(overdue > 0 ? [{ is: 'ordersOverdue', about: String(overdue) } as const] : []),
    ...daysThatDiffer.map((about): Alarm => ({ is: 'moneyDiffers', about })),
  ];
}
