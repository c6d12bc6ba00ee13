import fc from 'fast-check';
import { compareValues } from './compare';
import { directed, encodeKey } from './indexKeys';
import { openTestDatabase, type TestDatabase } from './testDatabase';
import type { Document } from './values';

let database: TestDatabase;

beforeAll(() => {
  database = openTestDatabase({
    scanned: [],
    indexed: [
      { name: 'a', fields: { a: 1 } },
      { name: 'ab', fields: { a: 1, b: -1 } },
      { name: 'b_c', fields: { b: -1, 'c.d': 1 } },
      { name: 'cd', fields: { 'c.d': -1 } },
    ],
  });
});
afterAll(() => database.close());

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', '茶', '🍵', '\uffff', 'a\0', 'a\0b'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -2, max: 2 }).map((n) => new Date(n)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const few = fc.integer({ min: -2, max: 2 });
const value = fc.oneof(scalar, few, fc.array(few, { maxLength: 3 }), fc.array(scalar, { maxLength: 3 }));
const nested = fc.oneof(
  fc.record({ d: value }, { requiredKeys: [] }),
  fc.array(fc.record({ d: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
  scalar,
);
const document = fc
  .record({ a: value, b: value, c: nested }, { requiredKeys: [] })
  // An index on two fields takes an array in one of them only.
  .filter(({ a, b, c }) => !Array.isArray(b) || (!Array.isArray(a) && !holdsArray(c)));
const ordered = scalar.filter((each) => each !== null);
const small = fc.integer({ min: -3, max: 3 });
const range = fc.record({ $gt: small, $gte: small, $lt: small, $lte: small }, { requiredKeys: [] });
const condition = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom({ $gte: -1, $lt: 2 }, { $gt: 1, $lt: 1 }, { $lte: 1 }, { $gt: 0 }) },
  range.filter((each) => Object.keys(each).length > 0),
  scalar,
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  fc
    .record({ $gt: ordered, $gte: ordered, $lt: ordered, $lte: ordered }, { requiredKeys: [] })
    .filter((c) => Object.keys(c).length > 0),
  scalar.map(($eq) => ({ $eq })),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map(($all) => ({ $all })),
);
const conditions = fc.dictionary(fc.constantFrom('a', 'b', 'c.d'), condition, { minKeys: 1, maxKeys: 3 });
const query = fc.oneof(
  { weight: 5, arbitrary: conditions },
  fc.array(conditions, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })),
  fc.array(conditions, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })),
);
const order = fc.option(
  fc.dictionary(fc.constantFrom('a', 'b', 'c.d'), fc.constantFrom(1 as const, -1 as const), { minKeys: 1 }),
  {
    nil: undefined,
  },
);

/** An empty array is left out: MongoDB indexes one as if it were below null. */
const { nestedValue } = fc.letrec<{ nestedValue: unknown }>((tie) => ({
  nestedValue: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(null, 0, 1, Number.NaN, 'a', 'b', '🍵', '\uffff', true, new Date(1)),
    fc.array(tie('nestedValue'), { minLength: 1, maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('nestedValue'), { maxKeys: 2 }),
  ),
}));

/** Everything of a kind, in both collections. */
async function load(documents: Document[]): Promise<void> {
  for (const name of ['scanned', 'indexed']) {
    await database.remove(name, {});
    if (documents.length > 0) await database.add(name, ...documents.map((each, _id) => ({ _id, ...each })));
  }
}

const idsOf = (documents: Document[]): number[] => documents.map(({ _id }) => Number(_id)).sort((a, b) => a - b);

test('an index finds exactly what a full scan finds, after changes too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 25 }),
      conditions,
      document,
      fc.array(query, { minLength: 8 }),
      async (documents, where, change, queries) => {
        await load(documents);
        const $set = Object.fromEntries(Object.entries(change));
        if (Object.keys($set).length > 0) {
          fc.pre(await isTaken(database.update('indexed', where, { $set })));
          await database.update('scanned', where, { $set });
        }
        for (const each of queries) {
          expect(idsOf(await database.find('indexed', each))).toEqual(idsOf(await database.find('scanned', each)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('reading in index order gives the order a sort gives, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 60 }),
      fc.array(fc.tuple(query, order), { minLength: 6 }),
      async (documents, reads) => {
        await load(documents);
        for (const [where, by] of reads) {
          if (!by) continue;
          const sortKeys = (found: Document[]) =>
            found.map((each) => Object.keys(by).map((path) => sortKey(each, path, by[path] ?? 1)));
          const all = await database.find('scanned', where, { order: by });
          const page = await database.find('indexed', where, { order: by, offset: 2, limit: 5 });
          expect(sortKeys(page)).toEqual(sortKeys(all.slice(2, 7)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the least item of an array counts for the order, even where the query asks for another', async () => {
  await load([{ a: 5 }, { a: [0, 10] }]);
  const found = await database.find('indexed', { a: { $gt: 4 } }, { order: { a: 1 } });
  expect(found.map(({ a }) => a)).toEqual([[0, 10], 5]);
});

test('keys sort as values compare', () => {
  const pair = fc.oneof(
    fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
    fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })),
    fc.tuple(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true })),
    fc.tuple(nestedValue, nestedValue),
  );

  fc.assert(
    fc.property(pair, fc.constantFrom(1 as const, -1 as const), ([left, right], direction) => {
      const [a, b] = [directed(encodeKey(left), direction), directed(encodeKey(right), direction)];
      expect(Math.sign(Buffer.compare(a, b))).toBe(Math.sign(compareValues(left, right)) * direction || 0);
    }),
  );
});

/** What counts of a document for an order, worked out apart from the index: the least or greatest value at the path. */
function sortKey(each: Document, path: string, direction: 1 | -1): unknown {
  const [first = '', second] = path.split('.');
  const open = (item: unknown): unknown[] => (Array.isArray(item) && item.length > 0 ? item : [item]);
  const fieldOf = (item: unknown) =>
    typeof item === 'object' && item !== null ? (item as Document)[second ?? ''] : undefined;
  const values = open(each[first]).flatMap((item) => (second === undefined ? [item] : open(fieldOf(item))));
  const keys = values.map((item) => encodeKey(item).toString('hex')).sort();
  return direction === 1 ? keys[0] : keys.at(-1);
}

test('a page of an indexed equality and order reads only that page', async () => {
  const many = Array.from({ length: 3000 }, (_, n) => ({ _id: n, a: n % 3, b: n }));
  await database.remove('indexed', {});
  await database.add('indexed', ...many);
  const spied = jest.spyOn(JSON, 'parse');
  database.reopen();
  spied.mockClear();
  const page = await database.find('indexed', { a: 1 }, { order: { b: -1 }, limit: 20 });
  const documentsParsed = spied.mock.calls.filter(([text]) => text.includes('"_id"')).length;
  spied.mockRestore();
  expect(page[0]).toMatchObject({ b: 2998 });
  // The engine and then the test itself parse the twenty of the page.
  expect(documentsParsed).toBeLessThanOrEqual(40);
});

/** False for a change that would put arrays into two fields of one index. */
async function isTaken(change: Promise<unknown>): Promise<boolean> {
  return change.then(
    () => true,
    (error: Error) => {
      expect(error.message).toContain('parallel arrays');
      return false;
    },
  );
}

function holdsArray(value: unknown): boolean {
  return (
    Array.isArray(value) || (typeof value === 'object' && value !== null && Object.values(value).some(Array.isArray))
  );
}
