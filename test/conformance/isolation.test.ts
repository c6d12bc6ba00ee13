import fc from 'fast-check';
import { openTestDatabase, type TestDatabase, wire } from '../../emulator/database/testDatabase';
import { type Event, initial, violations } from './checkHistory';

const keys = ['a', 'b', 'c'];
let database: TestDatabase;

beforeAll(() => {
  database = openTestDatabase({ rows: [] });
});
afterAll(() => database.close());

beforeEach(() => reset());

async function reset(): Promise<void> {
  await database.remove('rows', {});
  await database.add('rows', ...keys.map((_id) => ({ _id, value: initial })));
}

const step = fc.record({
  slot: fc.integer({ min: 0, max: 3 }),
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('read' as const, 'write' as const) },
    { weight: 1, arbitrary: fc.constantFrom('commit' as const, 'commit' as const, 'abort' as const) },
  ),
  key: fc.constantFrom(...keys),
  byQuery: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test('random histories of four transactions at once are those of snapshot isolation', async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      await reset();
      const history = await run(steps);
      conflicts += history.filter(({ kind, value }) => kind === 'abort' && value === 'conflict').length;
      expect(violations(history)).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(conflicts).toBeGreaterThan(100);
});

test('write skew is allowed, as in production: each reads what the other writes', async () => {
  const [first, second] = [await database.start(), await database.start()];
  const onDuty = async (transaction: string) =>
    (await Promise.all(keys.map((key) => database.get('rows', key, transaction)))).filter(
      (row) => row?.value === initial,
    );
  expect([(await onDuty(first)).length, (await onDuty(second)).length]).toEqual([3, 3]);
  await write(first, 'a', 'off');
  await write(second, 'b', 'off');
  await database.commit(first);
  await database.commit(second);
  expect(await database.count('rows', { value: 'off' })).toBe(2);
});

describe('the checker sees', () => {
  const read = (by: number, key: string, value: string): Event => ({ kind: 'read', by, key, value });
  const wrote = (by: number, key: string, value: string): Event => ({ kind: 'write', by, key, value });
  const ends = (by: number, kind: 'commit' | 'abort' = 'commit'): Event => ({ kind, by, key: '', value: '' });

  test.each<[string, Event[], RegExp[]]>([
    ['a dirty read', [wrote(1, 'a', 'x'), read(2, 'a', 'x'), ends(1)], [/2 reads a dirty/]],
    ['a read of what was aborted', [wrote(1, 'a', 'x'), ends(1, 'abort'), read(2, 'a', 'x')], [/2 reads a dirty/]],
    [
      'a read that does not repeat',
      [read(2, 'a', initial), wrote(1, 'a', 'x'), ends(1), read(2, 'a', 'x')],
      [/2 does not read a again/],
    ],
    [
      'a read of another moment',
      [read(2, 'b', initial), wrote(1, 'a', 'x'), ends(1), read(2, 'a', 'x')],
      [/2 reads a of another moment/],
    ],
    [
      'a lost update',
      [read(1, 'a', initial), read(2, 'a', initial), wrote(1, 'a', 'x'), ends(1), wrote(2, 'a', 'y'), ends(2)],
      [/2 overwrites a, which 1 committed/],
    ],
    ['nothing wrong', [wrote(1, 'a', 'x'), read(2, 'a', initial), ends(1), read(3, 'a', 'x'), ends(2)], []],
  ])('%s', (_name, history, expected) => {
    expect(violations(history)).toEqual(expected.map((each) => expect.stringMatching(each)));
  });
});

/** Takes the steps one after another; a slot's transaction begins with its first operation and ends with its conflict. */
async function run(steps: readonly Step[]): Promise<Event[]> {
  const history: Event[] = [];
  const open = new Map<number, { id: string; by: number }>();
  for (const [at, { slot, kind, key, byQuery }] of steps.entries()) {
    const present = open.get(slot);
    const transaction = present ?? { id: await database.start(), by: at };
    open.set(slot, transaction);
    const { id, by } = transaction;
    if (kind === 'read') {
      history.push({ kind, by, key, value: await (byQuery ? query(id, key) : get(id, key)) });
    } else if (kind === 'write') {
      const conflicted = await conflicts(write(id, key, `${by}-${at}`));
      history.push(
        conflicted ? { kind: 'abort', by, key, value: 'conflict' } : { kind, by, key, value: `${by}-${at}` },
      );
      if (conflicted) open.delete(slot);
    } else {
      await database.handle(`database.${kind}Transaction`, { transactionId: id });
      history.push({ kind, by, key: '', value: '' });
      open.delete(slot);
    }
  }
  for (const { id } of open.values()) await database.handle('database.abortTransaction', { transactionId: id });
  return history;
}

const get = async (transaction: string, key: string) => String((await database.get('rows', key, transaction))?.value);

async function query(transactionId: string, key: string): Promise<string> {
  // Not by id alone, so the whole collection is looked at as of the snapshot.
  const params = { collectionName: 'rows', query: wire({ _id: { $gte: key, $lte: key } }), transactionId };
  const { data } = await database.handle('database.getDocument', params);
  return JSON.parse((data as { list: string[] }).list[0] ?? '{}').value;
}

const write = (transaction: string, key: string, value: string) =>
  database.update('rows', { _id: key }, { $set: { value } }, transaction);

async function conflicts(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    return true;
  }
}
