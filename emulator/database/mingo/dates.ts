import { requestFailed } from '../failures';

/** Milliseconds by which a time zone's clocks are ahead of UTC at a moment: an Olson name, an offset such as +08:00, or UTC. */
export function zoneOffset(timezone: string, at: Date): number {
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(timezone);
  if (parts) {
    const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
    return (parts[1] === '-' ? -minutes : minutes) * 60_000;
  }
  const wall = Object.fromEntries(
    clockOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = wall;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

/** The moment at which the clocks of a time zone show the UTC fields of `wall`. */
export function fromWallClock(wall: Date, timezone: string): Date {
  const guess = new Date(wall.getTime() - zoneOffset(timezone, wall));
  return new Date(wall.getTime() - zoneOffset(timezone, guess));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  try {
    const numeric = 'numeric';
    const fields = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    } as const;
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: timezone, hourCycle: 'h23', ...fields });
    clocks.set(timezone, clock);
    return clock;
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${timezone}"`);
  }
}

const day = 86_400_000;

/** Days since the first of January, from 1. */
export const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1;

/** 1 for Monday to 7 for Sunday. */
export const isoDayOfWeek = (date: Date): number => date.getUTCDay() || 7;

/** 0 to 53: weeks begin on Sundays and week 1 with the year's first Sunday. */
export const week = (date: Date): number => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7);

/** 1 to 53: weeks begin on Mondays and belong to the year of their Thursday. */
export const isoWeek = (date: Date): number => Math.ceil(dayOfYear(thursdayOf(date)) / 7);

/** The year to which the ISO week belongs. */
export const isoWeekYear = (date: Date): number => thursdayOf(date).getUTCFullYear();

/** The first moment of a day given by year, ISO week and day of the week; parts out of range carry over. */
export function fromIsoWeek(year: number, isoWeekOfYear: number, isoDay: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() + ((isoWeekOfYear - 1) * 7 + isoDay - isoDayOfWeek(fourth)) * day;
}

const thursdayOf = (date: Date): Date => new Date(date.getTime() + (4 - isoDayOfWeek(date)) * day);
