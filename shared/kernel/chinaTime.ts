/** Milliseconds of a day. China has one time and no summer time, so all are as long. */
export const oneDay = 86_400_000;

/** How far China's clocks are ahead of UTC, in ms. */
const ahead = 8 * 3_600_000;

/** The day of a moment (ms since 1970) in China's time, wherever this runs: `2026-11-22`. */
export const chinaDay = (at: number): string => new Date(at + ahead).toISOString().slice(0, 10);

/** The number of that day, counted from 1 January 1970. */
export const chinaDayNumber = (at: number): number => Math.floor((at + ahead) / oneDay);

/** The first moment of the day that `at` lies in, both in ms since 1970. */
export const startOfChinaDay = (at: number): number => chinaDayNumber(at) * oneDay - ahead;

/** The first moment of a day such as `2026-11-22`. */
export const startOf = (day: string): number => Date.parse(day) - ahead;

/** The time of the day of a moment: `09:00`. */
export const chinaTimeOfDay = (at: number): string => new Date(at + ahead).toISOString().slice(11, 16);

/** The moment of a day such as `2026-11-22` and a time such as `09:00`. */
export const momentAt = (day: string, time: string): number => Date.parse(`${day}T${time}Z`) - ahead;

/** A moment of these months as people in China read it: `10月1日 09:00`. */
export const chinaMomentText = (at: number): string => {
  const [, month, day] = chinaDay(at).split('-').map(Number);
  return `${month}月${day}日 ${chinaTimeOfDay(at)}`;
};

/** The days from one to another, both included. */
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / oneDay + 1 }, (_none, index) =>
    new Date(Date.parse(from) + index * oneDay).toISOString().slice(0, 10),
  );
