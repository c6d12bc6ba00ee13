import { arrange, emulatorSource, environmentOf, type OpenSource, type Source } from './openEnvironment';
import type { Environment, Outcome } from './Row';
import { table } from './table';

const openSource: OpenSource = emulatorSource;
let source: Source;
let environment: Environment;

beforeAll(async () => {
  source = await openSource();
  environment = environmentOf(source);
});
afterAll(() => source.close());

describe.each([...table])('$title', ({ rows }) => {
  test.each([...rows])('$name', async (row) => {
    await arrange(environment, row);
    await holds(row.call(environment), row.outcome);
  });
});

test('every row has a name of its own in its section', () => {
  for (const { rows } of table) expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

function holds(answer: Promise<unknown>, outcome: Outcome): Promise<void> {
  if ('answers' in outcome) return expect(answer).resolves.toEqual(outcome.answers);
  const { code, message } =
    'fails' in outcome
      ? { code: outcome.fails.code, message: expect.stringMatching(outcome.fails.message) }
      : { code: 'NOT_EMULATED', message: expect.stringContaining(outcome.notEmulated.names) };
  return expect(answer).rejects.toMatchObject({ code, message });
}
