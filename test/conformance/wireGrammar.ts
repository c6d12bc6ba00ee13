import fc from 'fast-check';

/** Texts and numbers that upset programs: names of the language, of the wire, and the edges of ranges. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    ...['__proto__', 'constructor', 'toString', '$where', '$', '', '.', 'a..b', '$a', 'a.$', '\0', '\ud800', '(', '\\'],
  ),
  fc.constantFrom<unknown>(1e308, -1e308, 2 ** 53, -0, 0.1, 1_000_000, -1, null, true, [], {}, [[]], [{}]),
  fc.constantFrom<unknown>(
    { $numberLong: '9007199254740993' },
    { $numberDouble: 'NaN' },
    { $numberInt: 'x' },
    { $numberDecimal: '1' },
    { $date: 'soon' },
    { $date: { $numberLong: '9e99' } },
    { $oid: 'short' },
    { $regularExpression: { pattern: '(', options: '' } },
    { $regularExpression: { pattern: 'a', options: 'zz' } },
    { $binary: { base64: '!', subType: '00' } },
    { $undefined: true },
    { $code: 'while(1){}' },
    { $tcb_server_date: { offset: 'x' } },
  ),
  fc.string({ maxLength: 4 }),
  fc.integer(),
);

const words = [
  'a',
  'b',
  '_id',
  'a.b',
  'a.0',
  'x.__proto__.y',
  '__proto__',
  'constructor',
  'constructor.prototype.polluted',
];
const queryWords = [
  '$eq',
  '$ne',
  '$gt',
  '$lte',
  '$in',
  '$nin',
  '$all',
  '$size',
  '$mod',
  '$type',
  '$regex',
  '$options',
  '$not',
];
const moreQueryWords = [
  '$and',
  '$or',
  '$nor',
  '$elemMatch',
  '$exists',
  '$expr',
  '$where',
  '$near',
  '$nearSphere',
  '$geoWithin',
];
const updateWords = [
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pull',
  '$pullAll',
  '$addToSet',
];
const moreUpdateWords = [
  '$pop',
  '$each',
  '$position',
  '$sort',
  '$slice',
  '$bit',
  '$geometry',
  '$maxDistance',
  'coordinates',
  'type',
];
const expressions = [
  '$add',
  '$divide',
  '$concat',
  '$substrCP',
  '$dateToString',
  '$map',
  '$reduce',
  '$cond',
  '$switch',
  '$let',
  '$slice',
];
const moreExpressions = [
  '$arrayElemAt',
  '$filter',
  '$zip',
  '$sum',
  '$first',
  '$convert',
  '$regexFind',
  '$split',
  '$toDate',
  '$mergeObjects',
];
const options = [
  'input',
  'in',
  'as',
  'cond',
  'vars',
  'date',
  'format',
  'timezone',
  'path',
  'newRoot',
  'size',
  'boundaries',
  'groupBy',
];
const moreOptions = [
  'from',
  'localField',
  'foreignField',
  'pipeline',
  'near',
  'distanceField',
  'key',
  'let',
  'default',
  'output',
  'buckets',
];
const keys = [
  ...[...words, ...queryWords, ...moreQueryWords, ...updateWords, ...moreUpdateWords],
  ...[...expressions, ...moreExpressions, ...options, ...moreOptions],
];
const key = fc.constantFrom(...keys);

/** The operators among the keys that documents are made of. */
export const operators: ReadonlySet<string> = new Set(keys.filter((name) => name.startsWith('$')));

/** Any value, of fields and operators that mean something and of some that upset programs. */
export const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    nasty,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('tree')), { maxLength: 3 }).map(ownFields),
  ),
}));

const deep = fc
  .tuple(fc.integer({ min: 50, max: 20_000 }), fc.constantFrom('{"a":', '[', '{"$and":[', '{"$not":'))
  .map(([times, open]) => open.repeat(times));

/** A text where the wire wants EJSON: mostly well-formed, sometimes cut off, deeply nested or noise. */
const text = fc.oneof(
  { weight: 20, arbitrary: tree.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.tuple(tree, fc.nat(30)).map(([value, length]) => JSON.stringify(value).slice(0, length)) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: fc.string() },
);

const stageNames = [
  '$match',
  '$project',
  '$addFields',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$unwind',
  '$count',
  '$sample',
];
const moreStageNames = [
  '$lookup',
  '$facet',
  '$bucket',
  '$bucketAuto',
  '$sortByCount',
  '$replaceRoot',
  '$geoNear',
  '$unset',
  '$out',
];
const stage = fc.record({ stageKey: fc.constantFrom(...stageNames, ...moreStageNames), stageValue: text });

const actions = [
  'addCollection',
  'insertDocument',
  'getDocument',
  'calculateDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
];
const moreActions = [
  'removeDocument',
  'aggregateDocuments',
  'startTransaction',
  'commitTransaction',
  'abortTransaction',
  'watch',
];

/** A field of the request: of the right kind, or anything. */
const field = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: tree });

const request = fc.record(
  {
    action: field(fc.constantFrom(...[...actions, ...moreActions].map((name) => `database.${name}`))),
    collectionName: field(fc.constantFrom('fuzzed', 'fuzzed', 'fuzzed_places', 'nowhere')),
    query: field(text),
    data: fc.oneof(field(text), field(fc.array(text, { maxLength: 3 }))),
    order: field(text),
    projection: field(text),
    offset: field(fc.nat(3)),
    limit: field(fc.nat(3)),
    multi: field(fc.boolean()),
    merge: field(fc.boolean()),
    upsert: field(fc.boolean()),
    queryType: field(fc.constantFrom('DOC', 'WHERE')),
    stages: field(fc.array(stage, { maxLength: 3 })),
    transactionId: field(fc.constantFrom('none', 'open', 'open')),
  },
  { requiredKeys: ['action', 'collectionName'] },
);

/** The body of a `POST /admin` as a program gone wrong, or somebody with bad intent, would send it. */
export const body: fc.Arbitrary<Uint8Array | string> = fc.oneof(
  { weight: 20, arbitrary: request.map((params) => JSON.stringify(params)) },
  {
    weight: 2,
    arbitrary: fc.tuple(request, fc.nat(200)).map(([params, length]) => JSON.stringify(params).slice(0, length)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: deep },
);

/** An object with these fields as its own, `__proto__` too. */
function ownFields(entries: readonly (readonly [string, unknown])[]): object {
  const object = {};
  for (const [name, value] of entries)
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  return object;
}
