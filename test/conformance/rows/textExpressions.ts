import { gives, type Section } from '../Row';

/** A Sunday afternoon in UTC, half past midnight of Monday in Shanghai. */
const at = new Date('2024-01-07T16:30:05.123Z');
const inShanghai = { date: '$at', timezone: 'Asia/Shanghai' };

/** Expressions of texts and dates. */
export const textExpressions: Section[] = [
  {
    title: 'Expressions: texts',
    rows: [
      gives('$.concat', ({ $ }) => $.concat(['$a', '·', '$b']), '媒·店', { a: '媒', b: '店' }),
      gives('$.concat with null', ({ $ }) => $.concat(['$a', '$none']), null, { a: '媒' }),
      gives('$.indexOfBytes', ({ $ }) => [$.indexOfBytes(['媒店', '店']), $.indexOfBytes(['abc', 'x'])], [3, -1]),
      gives(
        '$.indexOfCP',
        ({ $ }) => [$.indexOfCP(['🍵店', '店']), $.indexOfCP(['aba', 'a', 1]), $.indexOfCP(['aba', 'b', 2])],
        [1, 2, -1],
      ),
      gives('$.split', ({ $ }) => $.split(['a,b,,c', ',']), ['a', 'b', '', 'c']),
      gives('$.strLenBytes', ({ $ }) => $.strLenBytes('媒店'), 6),
      gives('$.strLenCP', ({ $ }) => $.strLenCP('🍵店'), 2),
      gives('$.strcasecmp', ({ $ }) => [$.strcasecmp(['Tea', 'tEA']), $.strcasecmp(['a', 'B'])], [0, -1]),
      gives('$.substr counts bytes', ({ $ }) => $.substr(['媒店a', 3, 4]), '店a'),
      gives('$.substrBytes', ({ $ }) => $.substrBytes(['媒店', 0, 3]), '媒'),
      gives('$.substrCP', ({ $ }) => $.substrCP(['🍵媒店', 1, 1]), '媒'),
      gives('$.toLower', ({ $ }) => [$.toLower('TeA'), $.toLower('$none')], ['tea', '']),
      gives('$.toUpper', ({ $ }) => $.toUpper('TeA'), 'TEA'),
      gives(
        '$trim, $ltrim, $rtrim',
        () => [
          { $trim: { input: ' a ' } },
          { $ltrim: { input: 'xxa', chars: 'x' } },
          { $rtrim: { input: 'axx', chars: 'x' } },
        ],
        ['a', 'a', 'a'],
      ),
      gives(
        '$replaceAll and $replaceOne',
        () => [
          { $replaceAll: { input: 'a.a', find: 'a', replacement: 'b' } },
          { $replaceOne: { input: 'a.a', find: 'a', replacement: 'b' } },
        ],
        ['b.b', 'b.a'],
      ),
      gives(
        '$regexMatch',
        () => {
          return { $regexMatch: { input: 'green tea', regex: 'tea$' } };
        },
        true,
      ),
      gives('$regexFind', () => ({ $regexFind: { input: '🍵 tea', regex: 't(e)a' } }), {
        match: 'tea',
        idx: 2,
        captures: ['e'],
      }),
    ],
  },
  {
    title: 'Expressions: dates',
    rows: [
      gives('$.year', ({ $ }) => $.year('$at'), 2024, { at }),
      gives('$.month', ({ $ }) => $.month('$at'), 1, { at }),
      gives('$.dayOfMonth', ({ $ }) => [$.dayOfMonth('$at'), $.dayOfMonth(inShanghai)], [7, 8], { at }),
      gives('$.dayOfWeek counts from Sunday', ({ $ }) => [$.dayOfWeek('$at'), $.dayOfWeek(inShanghai)], [1, 2], { at }),
      gives('$.dayOfYear', ({ $ }) => [$.dayOfYear('$at'), $.dayOfYear(inShanghai)], [7, 8], { at }),
      gives(
        '$.hour',
        ({ $ }) => [$.hour('$at'), $.hour(inShanghai), $.hour({ date: '$at', timezone: '+05:30' })],
        [16, 0, 22],
        { at },
      ),
      gives('$.minute', ({ $ }) => [$.minute('$at'), $.minute({ date: '$at', timezone: '+05:30' })], [30, 0], { at }),
      gives('$.second', ({ $ }) => $.second('$at'), 5, { at }),
      gives('$.millisecond', ({ $ }) => $.millisecond('$at'), 123, { at }),
      gives(
        '$.isoDayOfWeek counts from Monday',
        ({ $ }) => [$.isoDayOfWeek('$at'), $.isoDayOfWeek(inShanghai)],
        [7, 1],
        { at },
      ),
      gives('$.isoWeek', ({ $ }) => [$.isoWeek('$at'), $.isoWeek(inShanghai)], [1, 2], { at }),
      gives(
        '$.isoWeek and $.isoWeekYear at a new year',
        ({ $ }) => [$.isoWeek('$at'), $.isoWeekYear('$at')],
        [53, 2020],
        { at: new Date('2021-01-03T00:00:00Z') },
      ),
      gives('$.week counts from Sunday', ({ $ }) => [$.week('$at'), $.week('$before')], [1, 0], {
        at,
        before: new Date('2024-01-06T23:00:00Z'),
      }),
      gives('$.week with a time zone', ({ $ }) => $.week({ date: '$at', timezone: 'Asia/Shanghai' }), 1, {
        at: new Date('2024-01-06T23:00:00Z'),
      }),
      gives('$.year of a missing date', ({ $ }) => $.year('$none'), null),
      gives(
        '$.dateToString',
        ({ $ }) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }),
        '2024-01-07 16:30:05.123',
        { at },
      ),
      gives(
        '$.dateToString with a time zone',
        ({ $ }) => $.dateToString({ ...inShanghai, format: '%Y-%m-%dT%H:%M:%S%z' }),
        '2024-01-08T00:30:05+0800',
        { at },
      ),
      gives(
        '$.dateToString of days and weeks',
        ({ $ }) => $.dateToString({ date: '$at', format: '%j %w %U %u %V %G %%' }),
        '007 1 01 7 01 2024 %',
        { at },
      ),
      gives('$.dateToString without a format', ({ $ }) => $.dateToString({ date: '$at' }), '2024-01-07T16:30:05.123Z', {
        at,
      }),
      gives('$.dateToString with onNull', ({ $ }) => $.dateToString({ date: '$none', format: '%Y', onNull: '-' }), '-'),
      gives(
        '$.dateFromParts',
        ({ $ }) => $.dateFromParts({ year: 2024, month: 1, day: 8, hour: 9 }),
        new Date(Date.UTC(2024, 0, 8, 9)),
      ),
      gives(
        '$.dateFromParts with a time zone',
        ({ $ }) => $.dateFromParts({ year: 2024, month: 1, day: 8, timezone: 'Asia/Shanghai' }),
        new Date('2024-01-07T16:00:00Z'),
      ),
      gives(
        '$.dateFromParts carries over',
        ({ $ }) => $.dateFromParts({ year: 2024, month: 14, day: 0 }),
        new Date(Date.UTC(2025, 0, 31)),
      ),
      gives(
        '$.dateFromParts of an ISO week',
        ({ $ }) => $.dateFromParts({ isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7 }),
        new Date(Date.UTC(2021, 0, 3)),
      ),
      gives(
        '$.dateFromString',
        ({ $ }) => [
          $.dateFromString({ dateString: '2024-01-08T01:02:03Z' }),
          $.dateFromString({ dateString: '2024-01-08' }),
        ],
        [new Date(Date.UTC(2024, 0, 8, 1, 2, 3)), new Date(Date.UTC(2024, 0, 8))],
      ),
      gives(
        '$.dateFromString with a time zone',
        ({ $ }) => $.dateFromString({ dateString: '2024-01-08T00:30:00', timezone: 'Asia/Shanghai' }),
        new Date('2024-01-07T16:30:00Z'),
      ),
      gives(
        '$.dateFromString with a format',
        ({ $ }) => $.dateFromString({ dateString: '08/01/2024', format: '%d/%m/%Y' }),
        new Date(Date.UTC(2024, 0, 8)),
      ),
      gives(
        '$.dateFromString with onError and onNull',
        ({ $ }) => [
          $.dateFromString({ dateString: 'soon', onError: 'bad' }),
          $.dateFromString({ dateString: null, onNull: 'none' }),
        ],
        ['bad', 'none'],
      ),
    ],
  },
];
