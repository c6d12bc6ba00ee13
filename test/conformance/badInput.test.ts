import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type Emulator, startEmulator } from '../../emulator/Emulator';
import type { WireAnswer } from './behavioursOf';
import { Corpus } from './Corpus';
import { mutated } from './mutated';
import { body } from './wireGrammar';

const dataDir = mkdtempSync(path.join(tmpdir(), 'bad-input-'));
const collections = {
  fuzzed: { indexes: [{ name: 'a', fields: { a: 1 as const } }] },
  fuzzed_places: { indexes: [{ name: 'a', fields: { a: '2dsphere' as const } }] },
};
/** A longer run than the usual one also keeps what it found. */
const { FUZZ_SECONDS } = process.env;
const seconds = Number(FUZZ_SECONDS ?? 10);
const corpus = new Corpus();
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, dataDir, collections: { collections } });
  await ask({ action: 'database.insertDocument', collectionName: 'fuzzed', data: ['{"_id":"good","a":[{"b":1}]}'] });
});
afterAll(async () => {
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
  if (FUZZ_SECONDS === undefined) return;
  const kept = corpus.save();
  console.log(`${requests} requests, ${corpus.behaviours} behaviours, ${kept} requests kept`);
});

const deep = (open: string, times: number): string => open.repeat(times);
const get = (query: string) => ({ action: 'database.getDocument', collectionName: 'fuzzed', query });
const set = (data: string) => ({
  action: 'database.modifyDocument',
  collectionName: 'fuzzed',
  query: '{}',
  data,
  merge: true,
});
const stage = (stageKey: string, stageValue: string) => ({
  action: 'database.aggregateDocuments',
  collectionName: 'fuzzed',
  stages: [{ stageKey, stageValue }],
});

describe('refused with a code and a sentence', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', 'nonsense', 'INVALID_PARAM'],
    ['JSON cut off', '{"action":"database.getDo', 'INVALID_PARAM'],
    ['no action', {}, 'INVALID_PARAM'],
    ['an action of the wrong type', { action: 5 }, 'INVALID_PARAM'],
    ['a null body', 'null', 'INVALID_PARAM'],
    ['EJSON cut off', get('{"a":'), 'INVALID_PARAM'],
    ['a query that is no text', { ...get(''), query: { a: 1 } }, 'INVALID_PARAM'],
    ['a name with half a character', { action: 'database.addCollection', collectionName: 'a\ud800' }, 'INVALID_PARAM'],
    ['deep nesting', get(`${deep('{"a":', 5000)}1${deep('}', 5000)}`), 'INVALID_PARAM'],
    ['deep nesting of conditions', get(`${deep('{"$and":[', 5000)}{}${deep(']}', 5000)}`), 'INVALID_PARAM'],
    ['a body of a million brackets', deep('[', 1_000_000), 'INVALID_PARAM'],
    ['a negative limit', { ...get('{}'), limit: -1 }, 'INVALID_PARAM'],
    ['a position far behind an array', set('{"$set":{"a.999999999":1}}'), 'DATABASE_REQUEST_FAILED'],
    ['another id in a replacement', { ...set('{"_id":1}'), merge: false }, 'DATABASE_REQUEST_FAILED'],
    [
      'another id in an upsert',
      { ...set('{"_id":1}'), query: '{"_id":2}', merge: false, upsert: true },
      'DATABASE_REQUEST_FAILED',
    ],
    ['an id that is unset', set('{"$unset":{"_id":1}}'), 'DATABASE_REQUEST_FAILED'],
    ['a bucket count without end', stage('$bucketAuto', '{"groupBy":"$a","buckets":-1}'), 'DATABASE_REQUEST_FAILED'],
    ['a date that is none', get('{"a":{"$date":"soon"}}'), 'INVALID_PARAM'],
    ['a regular expression that is none', get('{"a":{"$regex":"("}}'), 'DATABASE_REQUEST_FAILED'],
    ['$where', get('{"$where":"while(1){}"}'), 'NOT_EMULATED'],
    ['__proto__ in a query', get('{"__proto__":{"polluted":1}}'), 'NOT_EMULATED'],
    ['__proto__ in an update', set('{"$set":{"__proto__.polluted":1}}'), 'NOT_EMULATED'],
    ['constructor in an update', set('{"$set":{"constructor.prototype.polluted":1}}'), 'NOT_EMULATED'],
    ['constructor in a rename', set('{"$rename":{"a":"constructor.prototype.polluted"}}'), 'NOT_EMULATED'],
    [
      'constructor in a stage',
      stage('$unwind', '{"path":"$a","includeArrayIndex":"constructor.prototype.polluted"}'),
      'NOT_EMULATED',
    ],
    ['an expression over a huge range', stage('$project', '{"a":{"$range":[0,1e12]}}'), 'DATABASE_REQUEST_FAILED'],
  ])('%s', async (_name, request, code) => {
    expect(await ask(request)).toEqual({ code, message: expect.stringMatching(/./), requestId: expect.any(String) });
    expect(await ask(get('{"_id":"good"}'))).toMatchObject({ data: { list: [expect.any(String)] } });
    expect({}).not.toHaveProperty('polluted');
  });
});

test('every request that was ever worth keeping is answered', async () => {
  expect(corpus.requests.length).toBeGreaterThan(0);
  for (const each of [...corpus.requests]) await answered(each);
});

test(
  `${seconds} s of random requests: each is answered, none by SYS_ERR, and a good one still works`,
  async () => {
    const grown = fc.oneof({ weight: 2, arbitrary: body }, { weight: 3, arbitrary: mutated(corpus.requests) });
    await fc.assert(
      fc.asyncProperty(fc.array(grown, { minLength: 5, maxLength: 20 }), async (bodies) => {
        for (const each of bodies) await answered(each);
        await endTransaction();
        await ask({ action: 'database.addCollection', collectionName: 'fuzzed' });
        const good = {
          action: 'database.modifyDocument',
          collectionName: 'fuzzed',
          query: '{"_id":"good"}',
          merge: false,
        };
        expect(await ask({ ...good, upsert: true, data: '{"a":[{"b":1}]}' })).not.toHaveProperty('code');
        expect(await ask(get('{"_id":"good"}'))).toMatchObject({ data: { list: ['{"_id":"good","a":[{"b":1}]}'] } });
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: Number.POSITIVE_INFINITY, interruptAfterTimeLimit: seconds * 1000, endOnFailure: true },
    );
  },
  (seconds + 60) * 1000,
);

let requests = 0;
let openTransaction: string | undefined;

/** Sends a request; `"open"` in it stands for the transaction that the last start of one opened. */
async function answered(request: string | Uint8Array): Promise<void> {
  const text = typeof request === 'string' ? request : undefined;
  // A write outside would wait for the transaction.
  if (!text?.includes('"transactionId":"open"')) await endTransaction();
  const answer = await ask(text?.replace('"open"', JSON.stringify(openTransaction ?? 'none')) ?? request);
  requests++;
  expect({ body: String(request), ...answer }).toMatchObject({ requestId: expect.any(String) });
  expect({ body: String(request), code: answer.code ?? 'OK' }).not.toMatchObject({ code: 'SYS_ERR' });
  if (text !== undefined) corpus.note(text, answer);
  if (answer.transactionId !== undefined) openTransaction = answer.transactionId;
}

async function endTransaction(): Promise<void> {
  if (openTransaction === undefined) return;
  await ask({ action: 'database.abortTransaction', transactionId: openTransaction });
  openTransaction = undefined;
}

interface Answer extends WireAnswer {
  transactionId?: string;
}

async function ask(request: unknown): Promise<Answer> {
  const bytes = request instanceof Uint8Array ? Buffer.from(request) : undefined;
  const sent = bytes ?? (typeof request === 'string' ? request : JSON.stringify(request));
  const response = await fetch(`${emulator.url}/admin`, { method: 'POST', body: sent });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}
