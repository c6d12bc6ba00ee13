import { inspect } from 'node:util';
import fc from 'fast-check';
import { openTestDatabase, type TestDatabase } from '../../emulator/database/testDatabase';
import { matches } from './naiveEvaluator';
import type { Document } from './Row';

let database: TestDatabase;

beforeAll(() => {
  database = openTestDatabase({
    plain: [],
    indexed: [
      { name: 'a', fields: { a: 1 } },
      { name: 'b_a', fields: { b: -1, a: 1 } },
      { name: 'cd', fields: { 'c.d': -1 } },
      { name: 'c0', fields: { 'c.0': 1 } },
    ],
  });
});
afterAll(() => database.close());

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.constantFrom('', 'a', 'ab', '🍵', '\uffff'),
  fc.constantFrom(null, true, false, 0.5, -1.5, Number.NaN, new Date(0), new Date(1)),
);
const flat = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const embedded = fc.dictionary(fc.constantFrom('d', 'e', '0'), flat, { maxKeys: 2, noNullPrototype: true });
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(fc.oneof(scalar, embedded, fc.array(scalar, { maxLength: 2 })), { maxLength: 3 }) },
  { weight: 1, arbitrary: embedded },
);
const document = fc
  .record({ a: value, b: value, c: value }, { requiredKeys: [], noNullPrototype: true })
  // The index on both takes an array in one of them only.
  .filter(({ a, b }) => !Array.isArray(a) || !Array.isArray(b));

const item = fc.oneof(
  fc.record({ $gte: scalar, $lt: scalar }, { noNullPrototype: true }),
  fc.record({ $ne: scalar, $in: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: ['$ne'], noNullPrototype: true }),
  fc.dictionary(
    fc.constantFrom('d', 'e'),
    fc.oneof(
      scalar,
      scalar.map(($gt) => ({ $gt })),
    ),
    { minKeys: 1, noNullPrototype: true },
  ),
);
const one = fc.oneof(
  scalar,
  fc.oneof(scalar, value).map(($eq) => ({ $eq })),
  value.map(($ne) => ({ $ne })),
  fc
    .record({ $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar }, { requiredKeys: [], noNullPrototype: true })
    .filter(isFilled),
  fc.array(value, { maxLength: 3 }).map(($in) => ({ $in })),
  fc.array(scalar, { maxLength: 3 }).map(($nin) => ({ $nin })),
  fc
    .array(
      fc.oneof(
        scalar,
        item.map(($elemMatch) => ({ $elemMatch })),
      ),
      { maxLength: 2 },
    )
    .map(($all) => ({ $all })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.integer({ min: 0, max: 3 }).map(($size) => ({ $size })),
  item.map(($elemMatch) => ({ $elemMatch })),
  fc.tuple(fc.constantFrom(2, 3), fc.integer({ min: -1, max: 1 })).map(($mod) => ({ $mod })),
  fc.constantFrom(/a/, /^a$/, /🍵/u).map(($regex) => ({ $regex })),
  fc.constantFrom('string', 'number', 'array', 'object', 'bool', 'null', 'date').map(($type) => ({ $type })),
);
const condition = fc.oneof(
  { weight: 8, arbitrary: one },
  { weight: 1, arbitrary: one.filter(isOperator).map(($not) => ({ $not })) },
);
const path = fc.constantFrom('a', 'b', 'c', 'c.d', 'c.0', 'c.0.d', 'c.d.e', 'a.1');
const fields = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const joined = fc.array(fields, { minLength: 1, maxLength: 2 });
const query = fc.oneof(
  { weight: 4, arbitrary: fields },
  { weight: 1, arbitrary: joined.map(($and) => ({ $and })) },
  { weight: 1, arbitrary: joined.map(($or) => ({ $or })) },
  { weight: 1, arbitrary: joined.map(($nor) => ({ $nor })) },
);

const [runs, queriesPerRun] = [500, 40];

test(`${runs * queriesPerRun} random queries find what a naive reading of the manual finds, with and without indexes`, async () => {
  const queries = fc.array(query, { minLength: queriesPerRun, maxLength: queriesPerRun, size: 'max' });
  const property = fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 12 }), queries, agree);
  // The message names one query and one document, which says more than a shrunk list of both.
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
});

test.each<[name: string, documents: Document[], query: Document]>([
  ['$elemMatch does not open an array in the array', [{ a: [[0]] }, { a: [0] }], { a: { $elemMatch: { $gte: 0 } } }],
  ['$elemMatch of a value, not of a field named 0', [{ c: [{ 0: -1 }] }], { c: { $elemMatch: { $ne: 5, $in: [-1] } } }],
  [
    'a number in a path is a position and a name',
    [{ c: [true, { 0: [true] }] }],
    { 'c.0': { $elemMatch: { $in: [true] } } },
  ],
  ['a plain value has nothing on a longer path, which is null', [{ a: 1 }, { a: [1] }, {}], { 'a.b': null }],
  ['nothing is behind a null in an array', [{ c: [null] }], { 'c.0.d': { $nin: [1, null] } }],
  ['what is missing is at least null', [{}, { a: null }, { a: 0 }], { a: { $gte: null } }],
])('%s', (_name, documents, where) => agree(documents, [where]));

async function agree(documents: Document[], queries: Document[]): Promise<void> {
  const numbered: Document[] = documents.map((each, _id) => ({ _id, ...each }));
  for (const name of ['plain', 'indexed']) {
    await database.remove(name, {});
    await database.add(name, ...numbered);
  }
  for (const where of queries) {
    const expected = numbered.filter((each) => matches(each, where)).map(({ _id }) => _id);
    for (const name of ['plain', 'indexed']) {
      const found = new Set((await database.find(name, where)).map(({ _id }) => _id));
      const differing = numbered.find(({ _id }) => found.has(_id) !== expected.includes(_id));
      if (differing)
        throw new Error(`${name}: ${inspect(where, { depth: 9 })} and ${inspect(differing, { depth: 9 })}`);
    }
  }
}

function isOperator(each: unknown): each is Document {
  return typeof each === 'object' && each !== null && Object.keys(each).some((key) => key.startsWith('$'));
}

function isFilled(each: Document): boolean {
  return Object.keys(each).length > 0;
}
