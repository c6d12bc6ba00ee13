import { dailyHours, everyDay, hoursText, isOpen, minuteOfWeek, nextOpening, type OpeningHours } from './openingHours';

/** A moment in UTC+8; 2026-11-23 is a Monday. */
const at = (text: string): number => Date.parse(`${text}+08:00`);

test('the week begins on Monday at midnight in UTC+8, wherever the function runs', () => {
  expect(minuteOfWeek(at('2026-11-23T00:00'))).toBe(0);
  expect(minuteOfWeek(at('2026-11-22T23:59'))).toBe(10_079);
  expect(minuteOfWeek(at('1969-12-29T00:00'))).toBe(0);
});

test('open from the first minute up to, not including, the last', () => {
  const hours = everyDay('08:30', '21:00');
  expect(isOpen(hours, at('2026-11-22T08:29'))).toBe(false);
  expect(isOpen(hours, at('2026-11-22T08:30'))).toBe(true);
  expect(isOpen(hours, at('2026-11-22T20:59'))).toBe(true);
  expect(isOpen(hours, at('2026-11-22T21:00'))).toBe(false);
  expect(isOpen([], at('2026-11-22T12:00'))).toBe(false);
});

test('a night goes on after midnight, also from Sunday to Monday', () => {
  const bar = everyDay('18:00', '02:00');
  expect(isOpen(bar, at('2026-11-23T01:59'))).toBe(true);
  expect(isOpen(bar, at('2026-11-23T02:00'))).toBe(false);
  expect(hoursText(bar)).toBe('18:00–02:00');
});

test('hours as a person reads them', () => {
  const workdays: OpeningHours = [0, 1, 2, 3, 4].map((day) => ({ from: day * 1_440 + 540, to: day * 1_440 + 1_080 }));
  expect(hoursText(everyDay('08:30', '21:00'))).toBe('08:30–21:00');
  expect(hoursText(everyDay('00:00', '24:00'))).toBe('全天');
  expect(hoursText(workdays)).toBe('周一至周五 09:00–18:00');
  expect(hoursText([...workdays, { from: 5 * 1_440 + 600, to: 5 * 1_440 + 960 }])).toBe(
    '周一至周五 09:00–18:00，周六 10:00–16:00',
  );
  expect(hoursText([])).toBe('暂不营业');
});

test('what is no time of day is refused', () => {
  for (const wrong of ['8:30', '24:01', '12:60', '']) expect(() => everyDay(wrong, '12:00')).toThrow(RangeError);
});

test('a closed shop opens next today, tomorrow, after the weekend, or never', () => {
  const daily = everyDay('08:30', '21:00');
  expect(nextOpening(daily, at('2026-11-23T06:10:30'))).toBe(at('2026-11-23T08:30'));
  expect(nextOpening(daily, at('2026-11-22T22:00'))).toBe(at('2026-11-23T08:30'));
  expect(nextOpening([{ from: 540, to: 1_080 }], at('2026-11-24T12:00'))).toBe(at('2026-11-30T09:00'));
  expect(nextOpening([], at('2026-11-24T12:00'))).toBeUndefined();
});

test('the same hours every day come back as they were said; others do not', () => {
  for (const [from, to] of [
    ['08:30', '21:00'],
    ['18:00', '02:00'],
    ['00:00', '24:00'],
    ['09:00', '24:00'],
  ] as const) {
    const daily = dailyHours(everyDay(from, to));
    expect(daily && everyDay(daily.from, daily.to)).toEqual(everyDay(from, to));
  }
  expect(dailyHours(everyDay('08:30', '21:00'))).toEqual({ from: '08:30', to: '21:00' });
  expect(dailyHours([{ from: 540, to: 1_080 }])).toBeUndefined();
  expect(dailyHours([...everyDay('08:30', '21:00').slice(1)])).toBeUndefined();
});
