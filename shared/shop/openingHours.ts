/** Opening hours of a week: stretches in order that do not overlap. None means always closed. */
export type OpeningHours = readonly Stretch[];

/** From `from` up to, not including, `to`: minutes since Monday 0:00 in UTC+8, at most a day, within the week. */
export interface Stretch {
  from: number;
  to: number;
}

const minutesPerDay = 1_440;
const minutesPerWeek = 7 * minutesPerDay;

/** Whether a shop is open at a moment (ms since 1970). */
export function isOpen(hours: OpeningHours, now: number): boolean {
  const minute = minuteOfWeek(now);
  return hours.some(({ from, to }) => from <= minute && minute < to);
}

/** When a shop that is closed at a moment opens next (both ms since 1970); undefined if it never does. */
export function nextOpening(hours: OpeningHours, now: number): number | undefined {
  const minute = minuteOfWeek(now);
  const next = hours.find(({ from }) => from > minute) ?? hours[0];
  if (!next) return undefined;
  const wait = (next.from - minute + minutesPerWeek) % minutesPerWeek;
  return (Math.floor(now / 60_000) + wait) * 60_000;
}

/** Minutes since Monday 0:00 in UTC+8, where all our shops are, of a moment (ms since 1970). */
export function minuteOfWeek(now: number): number {
  // 1970 began on a Thursday.
  const sinceMonday = Math.floor(now / 60_000) + 8 * 60 + 3 * minutesPerDay;
  return ((sinceMonday % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
}

/**
 * The same hours every day, from texts like `08:30` and `21:00`. An end that is not after the beginning is on the next
 * day; what runs past Sunday goes on at the week's beginning. Throws a `RangeError` for anything that is no time of day.
 */
export function everyDay(from: string, to: string): OpeningHours {
  const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
  const length = closes > opens ? closes - opens : closes + minutesPerDay - opens;
  const days = Array.from({ length: 7 }, (_none, day) => day * minutesPerDay + opens);
  const stretches = days.flatMap((start): Stretch[] => {
    const end = start + length;
    if (end <= minutesPerWeek) return [{ from: start, to: end }];
    return [
      { from: start, to: minutesPerWeek },
      { from: 0, to: end - minutesPerWeek },
    ];
  });
  return stretches.sort((a, b) => a.from - b.from);
}

/** What `everyDay` was given, from what it answered; undefined where not every day is alike. */
export function dailyHours(hours: OpeningHours): { from: string; to: string } | undefined {
  // Of Tuesday, because no night of the week's end reaches into it.
  const tuesday = hours.find(({ from }) => Math.floor(from / minutesPerDay) === 1);
  if (!tuesday) return undefined;
  const length = tuesday.to - tuesday.from;
  const daily = {
    from: timeText(tuesday.from),
    to: length === minutesPerDay || tuesday.to % minutesPerDay !== 0 ? timeText(tuesday.to) : '24:00',
  };
  return JSON.stringify(everyDay(daily.from, daily.to)) === JSON.stringify(hours) ? daily : undefined;
}

function minuteOfDay(text: string): number {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hour === '' || minutes > minutesPerDay) throw new RangeError(`not a time of day: ${text}`);
  return minutes;
}

/** Hours as a person reads them: `08:30–21:00`, or by days that are alike: `周一至周五 08:30–21:00，周六 10:00–16:00`. */
export function hoursText(hours: OpeningHours): string {
  const days = Array.from({ length: 7 }, (_none, day) => dayText(joined(hours), day));
  const groups: { first: number; last: number; text: string }[] = [];
  for (const [day, text] of days.entries()) {
    const group = groups.at(-1);
    if (group?.text === text) group.last = day;
    else groups.push({ first: day, last: day, text });
  }
  const [only] = groups;
  if (groups.length === 1 && only) return only.text || '暂不营业';
  return groups
    .filter(({ text }) => text)
    .map(
      ({ first, last, text }) => `${first === last ? dayName(first) : `${dayName(first)}至${dayName(last)}`} ${text}`,
    )
    .join('，');
}

/** The stretches with a night from Sunday to Monday in one piece. */
function joined(hours: OpeningHours): OpeningHours {
  const [first, last] = [hours[0], hours.at(-1)];
  if (first?.from !== 0 || last?.to !== minutesPerWeek) return hours;
  if (first.to + minutesPerWeek - last.from > minutesPerDay) return hours;
  return [...hours.slice(1, -1), { from: last.from, to: minutesPerWeek + first.to }];
}

const dayText = (hours: OpeningHours, day: number): string =>
  hours
    .filter(({ from }) => Math.floor(from / minutesPerDay) === day)
    .map(({ from, to }) => (to - from === minutesPerDay ? '全天' : `${timeText(from)}–${timeText(to)}`))
    .join(' ');

function timeText(minute: number): string {
  const ofDay = minute % minutesPerDay;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const dayName = (day: number): string => `周${'一二三四五六日'[day]}`;
