import { oneDay, startOfChinaDay } from '../kernel/chinaTime';

/** From when to when in a day (China's time) people are written to: `09:00` to `21:00`. `from` is before `to`. */
export interface SendWindow {
  from: string;
  to: string;
}

/** The first moment at or after `at` (ms) that lies in the window. */
export function firstInWindow({ from, to }: SendWindow, at: number): number {
  const midnight = startOfChinaDay(at);
  if (at < midnight + msOf(from)) return midnight + msOf(from);
  return at < midnight + msOf(to) ? at : midnight + oneDay + msOf(from);
}

const msOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};
