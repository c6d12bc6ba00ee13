import { aggregates, type Document, type Environment, type Row, type Section, withValues } from '../Row';

const sales = [
  { _id: 1, sku: 'a', n: 1, tags: ['x', 'y'] },
  { _id: 2, sku: 'b', n: 5, tags: [] },
  { _id: 3, sku: 'a', n: 3 },
];
const skus = [
  { _id: 'a', name: '龙井', price: 10 },
  { _id: 'b', name: '普洱', price: 20 },
];

/** Aggregation stages and accumulators. */
export const stages: Section[] = [
  {
    title: 'Aggregation stages',
    rows: [
      aggregates(
        'match',
        sales,
        ({ items, _ }) =>
          items
            .aggregate()
            .match({ n: _.gt(2) })
            .project({ _id: 1 }),
        [{ _id: 2 }, { _id: 3 }],
      ),
      aggregates(
        'match after another stage',
        sales,
        ({ items, _ }) =>
          items
            .aggregate()
            .project({ twice: { $add: ['$n', '$n'] } })
            .match({ twice: _.gt(6) }),
        [{ _id: 2, twice: 10 }],
      ),
      aggregates(
        'project: fields in, out and renamed',
        sales.slice(0, 1),
        ({ items }) => items.aggregate().project({ _id: 0, sku: 1, count: '$n' }),
        [{ sku: 'a', count: 1 }],
      ),
      aggregates(
        'project: leaving fields out',
        sales.slice(1, 2),
        ({ items }) => items.aggregate().project({ tags: 0 }),
        [{ _id: 2, sku: 'b', n: 5 }],
      ),
      aggregates(
        'project: nested',
        [{ _id: 1, a: { b: 1, c: 2 } }],
        ({ items }) => items.aggregate().project({ a: { b: 1 } }),
        [{ _id: 1, a: { b: 1 } }],
      ),
      aggregates(
        'addFields',
        [{ _id: 1, a: { b: 1 } }],
        ({ items, $ }) => items.aggregate().addFields({ 'a.c': $.add(['$a.b', 1]), d: 0 }),
        [{ _id: 1, a: { b: 1, c: 2 }, d: 0 }],
      ),
      aggregates(
        'group',
        sales,
        ({ items, $ }) =>
          items
            .aggregate()
            .group({ _id: '$sku', n: $.sum('$n'), times: $.sum(1) })
            .sort({ _id: 1 }),
        [
          { _id: 'a', n: 4, times: 2 },
          { _id: 'b', n: 5, times: 1 },
        ],
      ),
      aggregates(
        'group everything',
        sales,
        ({ items, $ }) => items.aggregate().group({ _id: null, most: $.max('$n') }),
        [{ _id: null, most: 5 }],
      ),
      aggregates(
        'group by several fields',
        sales,
        ({ items, $ }) =>
          items
            .aggregate()
            .group({ _id: { sku: '$sku' }, n: $.sum('$n') })
            .sort({ n: 1 }),
        [
          { _id: { sku: 'a' }, n: 4 },
          { _id: { sku: 'b' }, n: 5 },
        ],
      ),
      aggregates('sort', sales, ({ items }) => items.aggregate().sort({ sku: 1, n: -1 }).project({ _id: 1 }), [
        { _id: 3 },
        { _id: 1 },
        { _id: 2 },
      ]),
      aggregates(
        'limit and skip',
        withValues(1, 2, 3, 4),
        ({ items }) => items.aggregate().sort({ v: 1 }).skip(1).limit(2).project({ _id: 1 }),
        [{ _id: 2 }, { _id: 3 }],
      ),
      aggregates(
        'limit, then skip',
        withValues(1, 2, 3, 4),
        ({ items }) => items.aggregate().sort({ v: 1 }).limit(2).skip(1).project({ _id: 1 }),
        [{ _id: 2 }],
      ),
      aggregates('unwind', sales, ({ items }) => items.aggregate().unwind('$tags').project({ tags: 1 }), [
        { _id: 1, tags: 'x' },
        { _id: 1, tags: 'y' },
      ]),
      aggregates(
        'unwind keeping what is empty, with index',
        sales,
        ({ items }) =>
          items
            .aggregate()
            .unwind({ path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
            .project({ tags: 1, i: 1 }),
        [
          { _id: 1, tags: 'x', i: 0 },
          { _id: 1, tags: 'y', i: 1 },
          { _id: 2, i: null },
          { _id: 3, i: null },
        ],
      ),
      aggregates('unwind of a plain value', withValues('x'), ({ items }) => items.aggregate().unwind('$v'), [
        { _id: 1, v: 'x' },
      ]),
      aggregates('count', sales, ({ items }) => items.aggregate().count('total'), [{ total: 3 }]),
      aggregates('count of nothing', sales, ({ items }) => items.aggregate().match({ n: 9 }).count('total'), []),
      aggregates(
        'sample',
        withValues(1, 2, 3),
        ({ items, $ }) =>
          items
            .aggregate()
            .sample({ size: 2 })
            .group({ _id: null, n: $.sum(1) }),
        [{ _id: null, n: 2 }],
      ),
      aggregates(
        'sample of more than there are: each once',
        withValues(1, 2, 3),
        ({ items, $ }) =>
          items
            .aggregate()
            .sample({ size: 9 })
            .group({ _id: null, n: $.sum('$v') }),
        [{ _id: null, n: 6 }],
      ),
      aggregates('sortByCount', sales, ({ items }) => items.aggregate().sortByCount('$sku'), [
        { _id: 'a', count: 2 },
        { _id: 'b', count: 1 },
      ]),
      aggregates(
        'replaceRoot',
        [{ _id: 1, a: { b: 2 } }],
        ({ items }) => items.aggregate().replaceRoot({ newRoot: '$a' }),
        [{ b: 2 }],
      ),
      aggregates(
        'bucket',
        withValues(1, 5, 10, 50),
        ({ items, $ }) =>
          items
            .aggregate()
            .bucket({ groupBy: '$v', boundaries: [0, 5, 20], default: 'other', output: { n: $.sum(1) } }),
        [
          { _id: 0, n: 1 },
          { _id: 5, n: 2 },
          { _id: 'other', n: 1 },
        ],
      ),
      aggregates(
        'bucketAuto',
        withValues(1, 2, 3, 4),
        ({ items }) => items.aggregate().bucketAuto({ groupBy: '$v', buckets: 2 }),
        [
          { _id: { min: 1, max: 3 }, count: 2 },
          { _id: { min: 3, max: 4 }, count: 2 },
        ],
      ),
      aggregates(
        'lookup',
        sales.slice(0, 1),
        ({ items }) =>
          items
            .aggregate()
            .lookup({ from: 'conformance_others', localField: 'sku', foreignField: '_id', as: 'of' })
            .project({ of: 1 }),
        [{ _id: 1, of: [skus[0]] }],
        skus,
      ),
      aggregates(
        'lookup: a missing field joins null and missing',
        [{ _id: 1 }],
        ({ items }) =>
          items.aggregate().lookup({ from: 'conformance_others', localField: 'sku', foreignField: 'code', as: 'of' }),
        [{ _id: 1, of: [{ _id: 'a' }, { _id: 'b', code: null }] }],
        [{ _id: 'a' }, { _id: 'b', code: null }, { _id: 'c', code: 1 }],
      ),
      aggregates(
        'lookup of each item of an array',
        [{ _id: 1, skus: ['a', 'b'] }],
        ({ items }) =>
          items
            .aggregate()
            .lookup({ from: 'conformance_others', localField: 'skus', foreignField: '_id', as: 'of' })
            .project({ of: '$of.name' }),
        [{ _id: 1, of: ['龙井', '普洱'] }],
        skus,
      ),
      aggregates(
        'lookup with a pipeline',
        sales.slice(0, 2),
        lookupCheaper,
        [
          { _id: 1, of: [] },
          { _id: 2, of: [{ name: '龙井' }] },
        ],
        skus,
      ),
      aggregates(
        'lookup from a collection that is not there',
        sales.slice(0, 1),
        ({ items }) =>
          items
            .aggregate()
            .lookup({ from: 'conformance_nowhere', localField: 'sku', foreignField: '_id', as: 'of' })
            .project({ of: 1 }),
        [{ _id: 1, of: [] }],
      ),
      raw(
        '$facet',
        sales,
        [
          {
            $facet: {
              total: [{ $count: 'n' }],
              first: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
            },
          },
        ],
        [{ total: [{ n: 3 }], first: [{ _id: 2 }] }],
      ),
      raw('$set and $unset', [{ _id: 1, a: 1 }], [{ $set: { b: '$a' } }, { $unset: 'a' }], [{ _id: 1, b: 1 }]),
      raw('$replaceWith', [{ _id: 1, a: { b: 2 } }], [{ $replaceWith: '$a' }], [{ b: 2 }]),
      raw('$unionWith', [{ _id: 1 }], [{ $unionWith: 'conformance_others' }], [{ _id: 1 }, ...skus], skus),
      raw(
        '$redact',
        withValues(1, 2),
        [{ $redact: { $cond: [{ $eq: ['$v', 1] }, '$$KEEP', '$$PRUNE'] } }],
        [{ _id: 1, v: 1 }],
      ),
      raw(
        '$geoWithin in $match',
        [{ _id: 1, at: { type: 'Point', coordinates: [0, 0] } }],
        [{ $match: { at: { $geoWithin: { $centerSphere: [[0, 0], 0.1] } } } }, { $project: { _id: 1 } }],
        [{ _id: 1 }],
      ),
      {
        name: 'geoNear, distances in metres',
        places: [
          { _id: 1, at: { type: 'Point', coordinates: [0.01, 0] }, open: true },
          { _id: 2, at: { type: 'Point', coordinates: [0.001, 0] } },
        ],
        call: async ({ places, db }) => {
          const near = new db.Geo.Point(0, 0);
          const found = await places
            .aggregate()
            .geoNear({ near, spherical: true, distanceField: 'metres', key: 'at', query: { open: true } })
            .end();
          return found.data.map(({ _id, metres }: Document) => [_id, Math.round(Number(metres))]);
        },
        outcome: { answers: [[1, 1113]] },
      },
      {
        name: 'geoNear that is not the first stage',
        items: sales,
        call: ({ items, db }) =>
          items
            .aggregate()
            .match({})
            .geoNear({ near: new db.Geo.Point(0, 0), distanceField: 'd' })
            .end(),
        outcome: { fails: { code: 'DATABASE_REQUEST_FAILED', message: /\$geoNear.* first stage/ } },
      },
      lacks('$out', [{ $out: 'copy' }], '$out', 'CloudBase forbids it'),
      lacks('$merge', [{ $merge: 'copy' }], '$merge', 'CloudBase forbids it'),
      lacks('$indexStats', [{ $indexStats: {} }], '$indexStats', 'CloudBase forbids it'),
    ],
  },
  {
    title: 'Accumulators of group',
    rows: [
      accumulates('$.sum passes over what is no number', [1, 2, 'x', null], ({ $ }) => $.sum('$v'), 3),
      accumulates('$.avg', [1, 2, 'x'], ({ $ }) => $.avg('$v'), 1.5),
      accumulates('$.avg of nothing', ['x'], ({ $ }) => $.avg('$v'), null),
      accumulates('$.first and $.last', [3, 1, 2], ({ $ }) => [$.first('$v'), $.last('$v')], [3, 2]),
      accumulates('$.max', [1, 3, 2], ({ $ }) => $.max('$v'), 3),
      accumulates('$.min passes over null', [2, null, 1], ({ $ }) => $.min('$v'), 1),
      accumulates('$.push', [2, 1, undefined], ({ $ }) => $.push('$v'), [2, 1]),
      accumulates('$.addToSet', [1, 1], ({ $ }) => $.addToSet('$v'), [1]),
      accumulates('$.stdDevPop', [1, 3], ({ $ }) => $.stdDevPop('$v'), 1),
      accumulates('$.stdDevSamp', [1, 2, 3], ({ $ }) => $.stdDevSamp('$v'), 1),
      accumulates('$.mergeObjects', [{ a: 1 }, { b: 2 }], ({ $ }) => $.mergeObjects('$v'), { a: 1, b: 2 }),
    ],
  },
];

function lookupCheaper({ items, $, _ }: Environment): ReturnType<Environment['items']['aggregate']> {
  const pipeline = $.pipeline()
    .match(_.expr($.lt(['$_id', '$$sku'])))
    .project({ _id: 0, name: 1 })
    .done();
  return items
    .aggregate()
    .lookup({ from: 'conformance_others', let: { sku: '$sku' }, pipeline, as: 'of' })
    .project({ of: 1 });
}

/** Stages without a method in the SDK go as they are. */
function raw(name: string, items: Document[], pipeline: Document[], answers: unknown, others: Document[] = []): Row {
  return aggregates(name, items, (environment) => rawPipeline(environment, pipeline), answers, others);
}

function lacks(name: string, pipeline: Document[], names: string, because: string): Row {
  const call = (environment: Environment) => rawPipeline(environment, pipeline).end();
  return { name, items: sales, call, outcome: { notEmulated: { names, because } } };
}

/** The SDK's declaration of `aggregate` forgets its argument. */
function rawPipeline({ items }: Environment, pipeline: Document[]): ReturnType<Environment['items']['aggregate']> {
  const collection = items.options({ raw: true }) as unknown as {
    aggregate(pipeline: Document[]): ReturnType<Environment['items']['aggregate']>;
  };
  return collection.aggregate(pipeline);
}

/** One accumulator, or several, over documents with these values, in their order. */
function accumulates(
  name: string,
  values: readonly unknown[],
  accumulator: (environment: Environment) => unknown,
  answer: unknown,
): Row {
  const build = (environment: Environment) => {
    const made = accumulator(environment);
    const fields = Object.fromEntries((Array.isArray(made) ? made : [made]).map((each, i) => [`_${i}`, each]));
    return environment.items
      .aggregate()
      .sort({ _id: 1 })
      .group({ _id: null, ...fields });
  };
  const answers = name.includes(' and ') && Array.isArray(answer) ? answer : [answer];
  const fields = Object.fromEntries(answers.map((each, i) => [`_${i}`, each]));
  return aggregates(name, withValues(...values), build, [{ _id: null, ...fields }]);
}
