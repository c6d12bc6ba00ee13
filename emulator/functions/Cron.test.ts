import fc from 'fast-check';
import { Cron } from './Cron';

const beijing = (text: string): number => Date.parse(`${text}+08:00`);

test.each([
  ['every minute', '0 * * * * * *', '2026-11-22T10:00:30', '2026-11-22T10:01:00'],
  ['strictly later', '0 * * * * * *', '2026-11-22T10:01:00', '2026-11-22T10:02:00'],
  ['midnight in Beijing', '0 0 0 * * * *', '2026-11-22T23:59:59', '2026-11-23T00:00:00'],
  ['office hours', '0 0 9-17/4 * * MON-FRI *', '2026-11-20T17:00:00', '2026-11-23T09:00:00'],
  ['from a number on', '15/20 * * * * * *', '2026-11-22T10:00:36', '2026-11-22T10:00:55'],
  ['a day or a weekday', '0 0 0 1 * WED *', '2026-11-22T00:00:00', '2026-11-25T00:00:00'],
  ['the leap day', '0 0 0 29 FEB * *', '2026-01-01T00:00:00', '2028-02-29T00:00:00'],
  ['one year', '0 0 0 1 1 * 2031', '2026-01-01T00:00:00', '2031-01-01T00:00:00'],
])('%s', (_what, expression, after, next) => {
  expect(new Cron(expression).next(beijing(after))).toBe(beijing(next));
});

test.each(['0 0 0 30 2 * *', '0 0 0 1 1 * 2020'])('%s never comes', (expression) => {
  expect(new Cron(expression).next(beijing('2026-11-22T00:00:00'))).toBeUndefined();
});

test.each([
  ['* * * * *', 'must have 7 fields, not 5'],
  ['60 * * * * * *', '“60” is not a second'],
  ['* * * 0 * * *', '“0” is not a day'],
  ['* * * * * 7 *', '“7” is not a weekday'],
  ['* * * ? * * *', '“?” is not a day'],
  ['* * * L * * *', '“L” is not a day'],
  ['* 9-5 * * * * *', '“9-5” is not a minute'],
  ['*/0 * * * * * *', '“*/0” is not a second'],
  ['* 1,, * * * * *', '“” is not a minute'],
  ['* * * * * * 1969', '“1969” is not a year'],
])('%s is refused by name', (expression, because) => {
  expect(() => new Cron(expression)).toThrow(because);
});

test('any expression gives what trying every second gives', () => {
  // The days around the end of a February.
  const start = beijing('2027-02-27T00:00:00');
  const moments = fc.integer({ min: 0, max: 3 * 24 * 3600 }).map((seconds) => start + seconds * 1000);
  fc.assert(
    fc.property(expressions(), moments, fc.integer({ min: 0, max: 999 }), (expression, moment, ms) => {
      const after = moment + ms;
      const found = new Cron(expression).next(after);
      const sought = trySeconds(expression, after, 4 * 3600);
      const horizon = moment + 4 * 3600 * 1000;
      expect(found !== undefined && found <= horizon ? found : undefined).toBe(sought);
    }),
    { numRuns: 300 },
  );
});

/** Expressions of every shape; the year stays open, so that many match within hours. */
function expressions(): fc.Arbitrary<string> {
  const field = (least: number, most: number) => {
    const value = fc.integer({ min: least, max: most });
    const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    const step = fc.integer({ min: 1, max: 20 });
    const part = fc.oneof(
      value.map(String),
      range,
      fc.tuple(range, step).map(([between, by]) => `${between}/${by}`),
      step.map((by) => `*/${by}`),
    );
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant('*') },
      { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(',')) },
    );
  };
  const weekday = fc.oneof(field(0, 6), fc.constantFrom('SUN', 'MON,SAT', 'TUE-FRI'));
  const parts = [field(0, 59), field(0, 59), field(0, 23), field(1, 31), field(1, 12), weekday, fc.constant('*')];
  return fc.tuple(...parts).map((all) => all.join(' '));
}

/** Tries each second against what the fields allow, with no code of Cron's. */
function trySeconds(expression: string, after: number, seconds: number): number | undefined {
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = expression.split(' ');
  const [seconds60, minutes, hours] = [allowed(second, 0, 59), allowed(minute, 0, 59), allowed(hour, 0, 23)];
  const [days, months] = [allowed(day, 1, 31), allowed(month, 1, 12)];
  const weekdays = allowed(weekday.replace(/[A-Z]{3}/g, numberOfDay), 0, 6);
  const either = day !== '*' && weekday !== '*';
  const start = Math.floor(after / 1000) * 1000;
  for (let moment = start + 1000; moment <= start + seconds * 1000; moment += 1000) {
    const then = new Date(moment + 8 * 3600 * 1000);
    if (!seconds60.has(then.getUTCSeconds()) || !minutes.has(then.getUTCMinutes())) continue;
    if (!hours.has(then.getUTCHours()) || !months.has(then.getUTCMonth() + 1)) continue;
    const [byDay, byWeekday] = [days.has(then.getUTCDate()), weekdays.has(then.getUTCDay())];
    if (either ? byDay || byWeekday : byDay && byWeekday) return moment;
  }
  return undefined;
}

function numberOfDay(name: string): string {
  return String(['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'].indexOf(name));
}

function allowed(field: string, least: number, most: number): Set<number> {
  const values = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const fits = (value: number) =>
    field.split(',').some((part) => {
      const [range = '', step = '1'] = part.split('/');
      const [from = '', to = from] = range === '*' ? [String(least), String(most)] : range.split('-');
      return value >= Number(from) && value <= Number(to) && (value - Number(from)) % Number(step) === 0;
    });
  return new Set(values.filter(fits));
}
