import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';
import { evaluationLimit, TimeLimit } from './TimeLimit';
import { wire } from './testDatabase';
import type { Document } from './values';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'time-limit-'));
  emulator = await startEmulator({
    port: 0,
    dataDir: folder,
    collections: { collections: { texts: { indexes: [] } } },
  });
  const data = Array.from({ length: 5 }, (_, i) =>
    wire({ _id: `${i}`, text: `${'a'.repeat(40)}!`, list: ['a'.repeat(40)], words: [{ word: 'a'.repeat(40) }] }),
  );
  await ask({ action: 'database.insertDocument', data });
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

const evil = /^(a+)+$/;
const get = (query: Document) => ({ action: 'database.getDocument', query: wire(query) });
const update = (data: Document) => ({
  action: 'database.modifyDocument',
  query: '{"_id":"0"}',
  data: wire(data),
  merge: true,
});
const aggregate = (stageKey: string, value: unknown) => ({
  action: 'database.aggregateDocuments',
  stages: [{ stageKey, stageValue: JSON.stringify(value) }],
});
const million = { $range: [0, 1_000_000] };

test.each<[string, object]>([
  ['a regular expression that backtracks', get({ text: evil })],
  ['one within $in', get({ text: { $in: [evil] } })],
  ['one within $not and $elemMatch', get({ list: { $elemMatch: { $not: /^(a+)+b$/ } } })],
  ['one in an expression', get({ $expr: { $regexMatch: { input: { $concat: ['$text', 'b'] }, regex: '(a*)*c' } } })],
  ['one in a projection', { ...get({}), projection: wire({ words: { $elemMatch: { word: /^(a+)+b$/ } } }) }],
  ['one in an update', update({ $pull: { list: /^(a+)+b$/ } })],
  ['one in a stage', aggregate('$project', { found: { $regexFind: { input: '$text', regex: '(a*)*c' } } })],
  ['a stage that counts for ever', aggregate('$project', { n: { $map: { input: million, in: million } } })],
])('%s is stopped after two seconds, and others go on', async (_name, request) => {
  const began = performance.now();
  const [refused, others] = await Promise.all([ask(request), ask(get({ _id: '1' }))]);
  expect(refused).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('operation exceeded time limit'),
  });
  expect(performance.now() - began).toBeLessThan(evaluationLimit + 1_500);
  expect(others).toMatchObject({ data: { list: [expect.any(String)] } });
});

test('the parts of one request share their time', () => {
  const limit = new TimeLimit();
  const spin = (ms: number) => () => {
    const end = performance.now() + ms;
    while (performance.now() < end);
    return ms;
  };
  expect(limit.run(spin(evaluationLimit / 2))).toBe(evaluationLimit / 2);
  expect(() => limit.run(spin(evaluationLimit))).toThrow('operation exceeded time limit');
});

test('what fails, fails as it would without a limit', () => {
  expect(() => new TimeLimit().run(() => new Array(-1))).toThrow(RangeError);
});

async function ask(request: object): Promise<unknown> {
  const body = JSON.stringify({ collectionName: 'texts', ...request });
  return (await fetch(`${emulator.url}/admin`, { method: 'POST', body })).json();
}
