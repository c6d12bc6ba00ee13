import {
  chinaDay,
  chinaDayNumber,
  chinaMomentText,
  chinaTimeOfDay,
  daysFrom,
  momentAt,
  oneDay,
  startOf,
  startOfChinaDay,
} from './chinaTime';

test('a day begins at midnight in China', () => {
  const midnight = startOf('2026-11-22');
  expect(new Date(midnight).toISOString()).toBe('2026-11-21T16:00:00.000Z');
  expect([midnight - 1, midnight, midnight + oneDay - 1, midnight + oneDay].map(chinaDay)).toEqual([
    '2026-11-21',
    '2026-11-22',
    '2026-11-22',
    '2026-11-23',
  ]);
  expect(startOfChinaDay(midnight + 5)).toBe(midnight);
  expect(chinaDayNumber(midnight) - chinaDayNumber(midnight - 1)).toBe(1);
});

test('days are counted with both ends, over the end of a month', () => {
  expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(daysFrom('2026-02-27', '2026-02-27')).toEqual(['2026-02-27']);
});

test('a moment is taken apart into day and time, put together again, and read', () => {
  const at = Date.parse('2026-09-30T23:59:00Z');
  expect([chinaDay(at), chinaTimeOfDay(at), chinaMomentText(at)]).toEqual(['2026-10-01', '07:59', '10月1日 07:59']);
  expect(momentAt(chinaDay(at), chinaTimeOfDay(at))).toBe(at);
});
