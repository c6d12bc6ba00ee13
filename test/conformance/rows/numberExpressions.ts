import { gives, type Section } from '../Row';

/** Spelled so because an object with a plain `then` looks like a promise. */
const then = 'then';

/** Expressions of numbers, comparison, logic and choice. */
export const numberExpressions: Section[] = [
  {
    title: 'Expressions: arithmetic',
    rows: [
      gives('$.abs', ({ $ }) => $.abs(-1.5), 1.5),
      gives('$.add', ({ $ }) => $.add(['$a', 2, 3]), 6, { a: 1 }),
      gives('$.add to a date, in ms', ({ $ }) => $.add(['$at', 1000]), new Date(2000), { at: new Date(1000) }),
      gives('$.add of null is null', ({ $ }) => $.add(['$a', 1]), null, { a: null }),
      gives('$.ceil', ({ $ }) => $.ceil(-1.5), -1),
      gives('$.divide', ({ $ }) => $.divide([7, 2]), 3.5),
      gives('$.exp', ({ $ }) => $.exp(0), 1),
      gives('$.floor', ({ $ }) => $.floor(-1.5), -2),
      gives('$.ln', ({ $ }) => $.ln(1), 0),
      gives('$.log', ({ $ }) => $.log([8, 2]), 3),
      gives('$.log10', ({ $ }) => $.log10(1000), 3),
      gives('$.mod keeps the sign of the dividend', ({ $ }) => $.mod([-7, 3]), -1),
      gives('$.multiply', ({ $ }) => $.multiply(['$a', 2]), 6, { a: 3 }),
      gives('$.pow', ({ $ }) => $.pow([2, 10]), 1024),
      gives('$.sqrt', ({ $ }) => $.sqrt(9), 3),
      gives('$.subtract', ({ $ }) => $.subtract([5, 7]), -2),
      gives('$.subtract of dates, in ms', ({ $ }) => $.subtract(['$b', '$a']), 400, {
        a: new Date(100),
        b: new Date(500),
      }),
      gives('$.trunc', ({ $ }) => $.trunc(-1.9), -1),
      gives('$round half to even', () => ({ $round: [2.5, 0] }), 2),
      gives('$round to tens and to cents', () => [{ $round: [1234, -2] }, { $round: [1.234, 2] }], [1200, 1.23]),
    ],
  },
  {
    title: 'Expressions: comparison and logic',
    rows: [
      gives('$.eq', ({ $ }) => [$.eq(['$a', 1]), $.eq(['$a', '1'])], [true, false], { a: 1 }),
      gives('$.neq', ({ $ }) => $.neq(['$a', 1]), false, { a: 1 }),
      gives('$.gt', ({ $ }) => $.gt(['$a', 1]), true, { a: 2 }),
      gives('$.gte', ({ $ }) => $.gte(['$a', 2]), true, { a: 2 }),
      gives('$.lt', ({ $ }) => $.lt(['$a', 2]), false, { a: 2 }),
      gives('$.lte', ({ $ }) => $.lte(['$a', 2]), true, { a: 2 }),
      gives('$.gt across types follows their order', ({ $ }) => $.gt(['a', 5]), true),
      gives('$.cmp', ({ $ }) => [$.cmp([1, 2]), $.cmp([2, 2]), $.cmp([3, 2])], [-1, 0, 1]),
      gives('$.and', ({ $ }) => [$.and([true, 1]), $.and([true, 0]), $.and([null])], [true, false, false]),
      gives('$.or', ({ $ }) => [$.or([false, 1]), $.or([0, null]), $.or([''])], [true, false, true]),
      gives('$.not', ({ $ }) => [$.not([0]), $.not([[]])], [true, false]),
      gives(
        '$.cond with if, then, else',
        ({ $ }) => $.cond({ if: $.gte(['$n', 3]), [then]: 'many', else: 'few' }),
        'few',
        { n: 2 },
      ),
      gives('$.cond with an array', ({ $ }) => $.cond([true, 1, 2]), 1),
      gives(
        '$.ifNull',
        ({ $ }) => [$.ifNull(['$none', 'x']), $.ifNull(['$null', 'x']), $.ifNull(['$a', 'x'])],
        ['x', 'x', 0],
        { null: null, a: 0 },
      ),
      gives(
        '$.switch',
        ({ $ }) =>
          $.switch({
            branches: [
              { case: $.eq(['$a', 1]), [then]: 'one' },
              { case: $.eq(['$a', 2]), [then]: 'two' },
            ],
            default: 'else',
          }),
        'two',
        { a: 2 },
      ),
      gives(
        '$.switch with default',
        ({ $ }) => $.switch({ branches: [{ case: false, [then]: 1 }], default: 'else' }),
        'else',
      ),
    ],
  },
  {
    title: 'Expressions: variables, literals, types',
    rows: [
      gives('$.let', ({ $ }) => $.let({ vars: { x: $.add(['$a', 1]) }, in: $.multiply(['$$x', '$$x']) }), 9, { a: 2 }),
      gives('$.literal', ({ $ }) => [$.literal('$a'), $.literal(1)], ['$a', 1], { a: 2 }),
      gives('$$ROOT and $$CURRENT', () => ['$$ROOT.a', '$$CURRENT.a'], [2, 2], { a: 2 }),
      gives('$$REMOVE', ({ $ }) => $.cond([true, '$$REMOVE', 1]), undefined),
      gives(
        '$type',
        () => [{ $type: '$a' }, { $type: '$b' }, { $type: '$none' }, { $type: '$d' }, { $type: '$l' }],
        ['string', 'bool', 'missing', 'date', 'array'],
        { a: 'x', b: true, d: new Date(0), l: [] },
      ),
      gives('$type of whole and broken numbers', () => [{ $type: '$i' }, { $type: '$d' }], ['int', 'double'], {
        i: 1,
        d: 1.5,
      }),
      gives(
        '$toString',
        () => [{ $toString: 1.5 }, { $toString: true }, { $toString: '$d' }],
        ['1.5', 'true', '1970-01-01T00:00:00.000Z'],
        { d: new Date(0) },
      ),
      gives('$toInt and $toDouble', () => [{ $toInt: '12' }, { $toInt: -1.9 }, { $toDouble: '1.5' }], [12, -1, 1.5]),
      gives('$toBool', () => [{ $toBool: 0 }, { $toBool: 'false' }, { $toBool: null }], [false, true, null]),
      gives('$toDate', () => [{ $toDate: 5 }, { $toDate: '2024-01-08T00:00:00Z' }], [
        new Date(5),
        new Date(Date.UTC(2024, 0, 8)),
      ]),
      gives(
        '$convert with onError and onNull',
        () => [
          { $convert: { input: 'x', to: 'int', onError: -1 } },
          { $convert: { input: null, to: 'int', onNull: 0 } },
        ],
        [-1, 0],
      ),
      gives('$isNumber', () => [{ $isNumber: '$a' }, { $isNumber: '$b' }], [true, false], { a: 1, b: '1' }),
      {
        name: '$$NOW is the time of the request',
        items: [{ _id: 1 }],
        call: async ({ items }) => {
          const { data } = await items.aggregate().project({ now: '$$NOW' }).end();
          return Math.abs(data[0].now.getTime() - Date.now()) < 60_000;
        },
        outcome: { answers: true },
      },
      {
        name: '$function',
        items: [{ _id: 1 }],
        call: ({ items }) =>
          items
            .aggregate()
            .project({ a: { $function: { body: 'x', args: [], lang: 'js' } } })
            .end(),
        outcome: { notEmulated: { names: '$function', because: 'CloudBase runs no script' } },
      },
      {
        name: '$.meta',
        items: [{ _id: 1 }],
        call: ({ items, $ }) =>
          items
            .aggregate()
            .project({ score: $.meta('textScore') })
            .end(),
        outcome: { notEmulated: { names: '$meta', because: 'CloudBase has no text index' } },
      },
      {
        name: 'an unknown expression',
        items: [{ _id: 1 }],
        call: ({ items }) =>
          items
            .aggregate()
            .project({ a: { $nothing: 1 } })
            .end(),
        outcome: { notEmulated: { names: '$nothing', because: 'it is in no documentation' } },
      },
    ],
  },
];
