import { type Document, type Environment, idsOf, type Row, type Section, withValues } from '../Row';

const numbered = (count: number): Document[] => Array.from({ length: count }, (_, n) => ({ _id: n, n }));

/** Order, pages, projections and counts. */
export const reading: Section[] = [
  {
    title: 'Order and pages',
    rows: [
      ordered('orderBy asc', [2, 1, 3], 'asc', [2, 1, 3]),
      ordered('orderBy desc', [2, 1, 3], 'desc', [3, 1, 2]),
      ordered(
        'orderBy follows the types: missing and null, numbers, texts, objects, arrays by their least, booleans, dates',
        [new Date(0), true, { a: 1 }, 'a', 1, undefined],
        'asc',
        [6, 5, 4, 3, 2, 1],
      ),
      ordered('orderBy: an empty array comes before null', [null, []], 'asc', [2, 1]),
      ordered('orderBy: NaN is the least number', [1, Number.NaN, -9], 'asc', [2, 3, 1]),
      ordered('orderBy: of an array the least counts ascending', [[5, 1], 3], 'asc', [1, 2]),
      ordered('orderBy: of an array the greatest counts descending', [[5, 1], 3], 'desc', [1, 2]),
      ordered('orderBy sorts texts by code point', ['🍵', '\uffff', 'a'], 'asc', [3, 2, 1]),
      ordered('orderBy sorts documents field by field', [{ a: 2 }, { a: 10 }, { a: 1, b: 1 }], 'asc', [3, 1, 2]),
      {
        name: 'orderBy several fields',
        items: [
          { _id: 1, a: 1, b: 1 },
          { _id: 2, a: 1, b: 2 },
          { _id: 3, a: 0, b: 0 },
        ],
        call: async ({ items }) => idsOf(await items.orderBy('a', 'asc').orderBy('b', 'desc').get()),
        outcome: { answers: [3, 2, 1] },
      },
      {
        name: 'skip and limit',
        items: numbered(5),
        call: async ({ items }) => idsOf(await items.orderBy('n', 'asc').skip(1).limit(2).get()),
        outcome: { answers: [1, 2] },
      },
      counts('100 documents without a limit', ({ items }) => items.get(), 100),
      counts('1000 documents at most', ({ items }) => items.limit(5000).get(), 1000),
    ],
  },
  {
    title: 'Projections, counts, single documents',
    rows: [
      shows('field: shown, and the id', { a: 1, b: { c: 1, d: 1 } }, { 'b.c': true }, { _id: 1, b: { c: 1 } }),
      shows('field: left out', { a: 1, b: { c: 1, d: 1 } }, { 'b.c': false }, { _id: 1, a: 1, b: { d: 1 } }),
      shows('field: without the id', { a: 1, b: 1 }, { _id: false, a: true }, { a: 1 }),
      shows(
        'field: in each item of an array',
        {
          l: [
            { a: 1, b: 1 },
            { a: 2, b: 2 },
          ],
        },
        { 'l.a': true },
        { _id: 1, l: [{ a: 1 }, { a: 2 }] },
      ),
      shows('_.project.slice', { l: [1, 2, 3], a: 1 }, ({ _ }) => ({ l: _.project.slice(2) }), {
        _id: 1,
        l: [1, 2],
        a: 1,
      }),
      shows('_.project.slice from the end', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.project.slice(-1) }), {
        _id: 1,
        l: [3],
      }),
      shows('_.project.slice with skip', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.project.slice([1, 1]) }), {
        _id: 1,
        l: [2],
      }),
      shows(
        '_.project.elemMatch',
        { l: [{ a: 1 }, { a: 2 }, { a: 2, b: 1 }] },
        ({ _ }) => ({ l: _.project.elemMatch({ a: 2 }) }),
        { _id: 1, l: [{ a: 2 }] },
      ),
      {
        name: 'doc().field()',
        items: [{ _id: 1, a: 1, b: 1 }],
        call: async ({ items }) => (await items.doc(1).field({ a: true }).get()).data,
        outcome: { answers: [{ _id: 1, a: 1 }] },
      },
      {
        name: 'count',
        items: withValues(1, 2, 3),
        call: async ({ items, _ }) => [(await items.count()).total, (await items.where({ v: _.gt(1) }).count()).total],
        outcome: { answers: [3, 2] },
      },
      {
        name: 'doc() that is not there',
        call: async ({ items }) => (await items.doc('x').get()).data,
        outcome: { answers: [] },
      },
      {
        name: 'doc(): a number is not a text',
        items: [{ _id: 1 }],
        call: async ({ items }) => [(await items.doc(1).get()).data.length, (await items.doc('1').get()).data.length],
        outcome: { answers: [1, 0] },
      },
      {
        name: 'a collection that is not there',
        call: ({ db }) => db.collection('conformance_nowhere').get(),
        outcome: {
          fails: { code: 'DATABASE_COLLECTION_NOT_EXIST', message: /Db or Table not exist: conformance_nowhere/ },
        },
      },
    ],
  },
];

function ordered(name: string, values: unknown[], direction: 'asc' | 'desc', ids: number[]): Row {
  const call = async ({ items }: Environment) => idsOf(await items.orderBy('v', direction).get());
  return { name, items: withValues(...values), call, outcome: { answers: ids } };
}

function counts(name: string, get: (environment: Environment) => Promise<{ data: unknown[] }>, expected: number): Row {
  const call = async (environment: Environment) => (await get(environment)).data.length;
  return { name, items: numbered(1005), call, outcome: { answers: expected } };
}

function shows(
  name: string,
  fields: Document,
  projection: object | ((environment: Environment) => object),
  expected: Document,
): Row {
  const call = async (environment: Environment) => {
    const wanted = typeof projection === 'function' ? projection(environment) : projection;
    return (await environment.items.field(wanted).get()).data;
  };
  return { name, items: [{ _id: 1, ...fields }], call, outcome: { answers: [expected] } };
}
