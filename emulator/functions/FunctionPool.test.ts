import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';

const sdk = JSON.stringify(require.resolve('@cloudbase/node-sdk'));
const ann = { openId: 'oAnn', unionId: 'uAnn', name: 'Ann', role: '顾客' };

const functions: Record<string, string> = {
  whoami: `
    const before = process.env.WX_OPENID;
    const app = require(${sdk}).init({ env: require(${sdk}).SYMBOL_CURRENT_ENV });
    let leftOver;
    exports.main = async (event, context) => {
      if (event.cup) setTimeout(() => { leftOver = process.env.WX_OPENID ?? 'nobody'; }, 5);
      const { openId, appId } = app.auth().getUserInfo();
      return { event, before, leftOver, openId, appId, unionId: process.env.WX_UNIONID, source: process.env.TCB_SOURCE,
        requestId: context.request_id, environ: JSON.parse(context.environment).WX_OPENID, secret: process.env.NOT_OURS };
    };`,
  nested: `
    const app = require(${sdk}).init({ env: require(${sdk}).SYMBOL_CURRENT_ENV });
    exports.main = async ({ depth }) => {
      const me = app.auth().getUserInfo().openId;
      if (depth === 0) return [me];
      const { result } = await app.callFunction({ name: 'nested', data: { depth: depth - 1 } });
      return [me, ...result];
    };`,
  slow: `
    exports.main = async ({ ms }) => { console.log('before the wait'); await new Promise((done) => setTimeout(done, ms)); return process.pid; };`,
  crash: `
    exports.main = async ({ how }) => {
      if (how === 'throw') throw new Error('sold the wrong tea');
      if (how === 'exit') process.exit(3);
      if (how === 'kill') process.kill(process.pid, 'SIGKILL');
      if (how === 'memory') { const hoard = []; for (;;) hoard.push(new Array(1e6).fill({ how })); }
      return 'alive';
    };`,
  spin: `exports.main = async () => { for (;;); };`,
  large: `exports.main = ({ bytes }) => 'x'.repeat(bytes);`,
  mirror: `exports.main = ({ body, isBase64Encoded }) => ({ statusCode: 200, headers: { 'content-type': 'image/png' }, body, isBase64Encoded });`,
  speak: `exports.main = async ({ words }) => { for (const word of words) { console.log(word); await null; } console.error('done'); };`,
  parts: `exports.main = () => require('./lib/part');`,
  broken: `require('./missing'); exports.main = () => 1;`,
  clock: `exports.main = () => ({ now: Date.now(), made: new Date().getTime(), isDate: new Date(0) instanceof Date, zero: new Date(0).toISOString() });`,
  hook: `exports.main = (event) => ({ statusCode: 201, headers: { 'x-path': event.path }, body: event.httpMethod + event.body + event.queryStringParameters.a });`,
  timed: `exports.main = (event) => ({ event, trigger: process.env.TRIGGER_SRC, openId: process.env.WX_OPENID });`,
  changing: `exports.main = () => 'first';`,
  database: `
    const db = require(${sdk}).init({ env: require(${sdk}).SYMBOL_CURRENT_ENV }).database();
    exports.main = async () => { try { await db.collection('skus').doc('a').get(); } catch (error) { return error.code; } return 'found'; };`,
};

let folder: string;
let emulator: Emulator;
let token: string;

beforeAll(async () => {
  process.env.NOT_OURS = 'of the terminal';
  folder = mkdtempSync(path.join(tmpdir(), 'pool-'));
  for (const [name, source] of Object.entries(functions)) {
    mkdirSync(path.join(folder, 'fn', name), { recursive: true });
    writeFileSync(path.join(folder, 'fn', name, 'index.js'), source);
  }
  const declared = Object.keys(functions).map((name) => ({
    name,
    timeout: ['slow', 'spin'].includes(name) ? 1 : 20,
    memorySize: 64,
    triggers: name === 'timed' ? [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }] : [],
  }));
  mkdirSync(path.join(folder, 'fn', 'parts', 'lib'));
  writeFileSync(path.join(folder, 'fn', 'parts', 'lib', 'part.js'), `module.exports = 'first';`);
  const declaration = { envId: 'test', functionRoot: 'fn', functions: declared };
  const httpAccess = [
    { path: '/wechat/hook', function: 'hook' },
    { path: '/mirror', function: 'mirror' },
  ];
  writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify({ ...declaration, httpAccess }));
  emulator = await startEmulator({ port: 0, dataDir: path.join(folder, 'data'), functionsDir: folder, people: [ann] });
  token = (await door<{ token: string }>('actAs', { openId: 'oAnn' })).token;
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

test('a function sees who calls it, in the SDK, process.env and context, and only during the call', async () => {
  const first = await call('whoami', { cup: 1 });
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({
    event: { cup: 1 },
    openId: 'oAnn',
    unionId: 'uAnn',
    appId: 'wx6d65696469616e00',
    environ: 'oAnn',
    source: 'wx_client',
  });
  expect(first.body.requestId).toBe(first.requestId);
  expect(first.body).not.toHaveProperty('before');
  expect(first.body).not.toHaveProperty('secret');
  // The timer the function left behind finds nobody; who looks for it here is anonymous, so nothing but a leak shows.
  const anonymous = await signInAnonymously();
  for (let seen = first.body; seen.leftOver !== 'nobody'; ) {
    seen = (await call('whoami', {}, anonymous)).body;
    expect(seen.leftOver ?? 'nobody').toBe('nobody');
  }
});

test('without a token nobody may call; an anonymous one has no openId', async () => {
  expect((await call('whoami', {}, 'no-token')).status).toBe(401);
  const forged = `${Buffer.from(JSON.stringify({ kind: 'wechat', openId: 'oBoss' })).toString('base64url')}.c2ln`;
  expect((await call('whoami', {}, forged)).status).toBe(401);
  expect((await call('whoami', {}, await signInAnonymously())).body).toMatchObject({ openId: '', source: '' });
});

test('a function that calls a function hands on no identity, three deep', async () => {
  expect((await call('nested', { depth: 3 })).body).toEqual(['oAnn', '', '', '']);
});

test('four calls at once run side by side, each in a process of its own', async () => {
  // A process takes one event at a time, so four that answered were busy at the same time.
  const answers = await Promise.all(Array.from({ length: 4 }, () => call('slow', { ms: 300 })));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(4);
});

test('the time limit answers the caller, ends the process, and the next call works', async () => {
  const late = await call('slow', { ms: 60_000 });
  expect(late).toMatchObject({ status: 500, body: { code: 'FUNCTION_TIME_LIMIT_EXCEEDED' } });
  expect(late.body.message).toContain('1 seconds');
  const { lines } = await door<{ lines: { line: string }[] }>(`log?requestId=${late.body.requestId}`);
  expect(lines.map(({ line }) => line)).toEqual(['before the wait']);
  expect((await call('slow', { ms: 1 })).status).toBe(200);
});

test('the time limit stops a function that never yields', async () => {
  const late = await call('spin', {});
  expect(late).toMatchObject({ status: 500, body: { code: 'FUNCTION_TIME_LIMIT_EXCEEDED' } });
  const { spin } = await door<{ spin: number[] }>('processes');
  expect(spin).toEqual([]);
});

test('the memory limit answers the caller in words, ends the process, and the next call works', async () => {
  const died = await call('crash', { how: 'memory' });
  expect(died).toMatchObject({ status: 500, body: { code: 'FUNCTION_MEMORY_LIMIT_EXCEEDED' } });
  expect(died.body.message).toContain('more than its 64 MB');
  expect((await call('crash', {})).body).toBe('alive');
});

test.each([
  'throw',
  'exit',
  'kill',
])('a function that dies by %s answers an error; the next call works', async (how) => {
  const died = await call('crash', { how });
  expect(died).toMatchObject({ status: 500, body: { code: 'FUNCTION_INVOCATION_FAILED' } });
  expect(died.body.message).toContain({ throw: 'sold the wrong tea', exit: 'exit code 3', kill: 'SIGKILL' }[how]);
  expect((await call('crash', {})).body).toBe('alive');
});

test('a function that cannot be loaded says why, and so does one that is not there', async () => {
  expect((await call('broken', {})).body.message).toContain('./missing');
  expect(await call('absent', {})).toMatchObject({ status: 404, body: { code: 'FUNCTION_NOT_FOUND' } });
});

test('an event of more than 6 MB is refused', async () => {
  const answer = await call('whoami', { large: 'x'.repeat(6 * 1024 * 1024) });
  expect(answer).toMatchObject({ status: 413, body: { code: 'EXCEED_REQUEST_SIZE_LIMIT' } });
});

test('a result of 6 MB comes back, a larger one is refused', async () => {
  const sixMegabytes = 6 * 1024 * 1024;
  // The quotes of the JSON text count.
  expect(await call('large', { bytes: sixMegabytes - 2 })).toMatchObject({ status: 200 });
  const answer = await call('large', { bytes: sixMegabytes - 1 });
  expect(answer).toMatchObject({ status: 413, body: { code: 'EXCEED_REQUEST_SIZE_LIMIT' } });
  expect(answer.body.message).toContain('result');
});

test('what a function prints carries the request id, also of two at once', async () => {
  const [first, second] = await Promise.all([call('speak', { words: ['a', 'b'] }), call('speak', { words: ['c'] })]);
  for (const [{ requestId }, words] of [
    [first, ['a', 'b', 'done']],
    [second, ['c', 'done']],
  ] as const) {
    const { lines } = await door<{ lines: { line: string; stream: string }[] }>(`log?requestId=${requestId}`);
    expect(lines.map(({ line }) => line)).toEqual(words);
    expect(lines.at(-1)?.stream).toBe('stderr');
  }
});

test('functions see the moved clock', async () => {
  const day = 24 * 3600 * 1000;
  await door('clock', { advanceMs: day });
  const { body } = await call('clock', {});
  expect(Math.abs(body.now - Date.now() - day)).toBeLessThan(1000);
  expect(Math.abs(body.made - body.now)).toBeLessThan(10);
  expect(body).toMatchObject({ isDate: true, zero: '1970-01-01T00:00:00.000Z' });
});

test('HTTP access hands the request over and answers as the function says', async () => {
  const answer = await fetch(`${emulator.url}/wechat/hook?a=1`, { method: 'POST', body: 'tea' });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('x-path')).toBe('/wechat/hook');
  expect(await answer.text()).toBe('POSTtea1');
});

test('HTTP access hands binary bodies over both ways, up to 6 MB, and from any host', async () => {
  const picture = Buffer.from([0x89, 0x50, 0, 255, 254]);
  const headers = { 'content-type': 'image/png', origin: 'https://pay.example' };
  const answer = await fetch(`${emulator.url}/mirror`, { method: 'PUT', headers, body: picture });
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
  const large = { method: 'PUT', headers, body: Buffer.alloc(6 * 1024 * 1024 + 1) };
  const refused = await fetch(`${emulator.url}/mirror`, large);
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' });
});

test('the door runs a timer, with its event and without an identity', async () => {
  const answer = await door<unknown>('runTimer', { function: 'timed' });
  expect(answer).toMatchObject({
    event: { Type: 'Timer', TriggerName: 'everyMinute', Time: expect.stringMatching(/^\d{4}-.+Z$/) },
    trigger: 'timer',
  });
  expect(await door('runTimer', { function: 'clock' })).toMatchObject({ code: 'INVALID_PARAM' });
});

test('a function whose index.js changed is loaded again', async () => {
  expect((await call('changing', {})).body).toBe('first');
  const file = path.join(folder, 'fn', 'changing', 'index.js');
  writeFileSync(file, `exports.main = () => 'second';`);
  utimesSync(file, new Date(), new Date(Date.now() + 5000));
  expect((await call('changing', {})).body).toBe('second');
});

test('a function is loaded again when any of its files changed, was added or went', async () => {
  const part = path.join(folder, 'fn', 'parts', 'lib', 'part.js');
  expect((await call('parts', {})).body).toBe('first');
  writeFileSync(part, `module.exports = 'the second';`);
  expect((await call('parts', {})).body).toBe('the second');
  const [pid] = (await door<{ parts: number[] }>('processes')).parts;
  writeFileSync(path.join(folder, 'fn', 'parts', 'new.json'), '{}');
  await call('parts', {});
  expect((await door<{ parts: number[] }>('processes')).parts).not.toContain(pid);
});

test('the call log names the database calls of each invocation', async () => {
  const { requestId } = await call('database', {});
  const { calls } = await door<{ calls: { requestId: string }[] }>('calls');
  expect(calls.find((one) => one.requestId === requestId)).toMatchObject({
    function: 'database',
    caller: 'wechat',
    openId: 'oAnn',
    outcome: 'ok',
    databaseCalls: [
      { action: 'database.getDocument', collection: 'skus', at: expect.any(Number), ms: expect.any(Number) },
    ],
  });
});

interface Answer<Body> {
  status: number;
  requestId: string;
  body: Body;
}

/** What the functions above answer, and what an error says. */
interface Seen {
  requestId: string;
  code: string;
  message: string;
  leftOver: string;
  now: number;
  made: number;
}

async function call<Body = Seen>(name: string, event: unknown, bearer = token): Promise<Answer<Body>> {
  const response = await fetch(`${emulator.url}/v1/functions/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: JSON.stringify(event),
  });
  const requestId = response.headers.get('x-request-id') ?? '';
  return { status: response.status, requestId, body: (await response.json()) as Body };
}

async function signInAnonymously(): Promise<string> {
  const signIn = await fetch(`${emulator.url}/auth/v1/signin/anonymously?client_id=test`, { method: 'POST' });
  return ((await signIn.json()) as { access_token: string }).access_token;
}

async function door<Answer>(what: string, body?: unknown): Promise<Answer> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${emulator.url}/_emulator/${what}`, body === undefined ? {} : post);
  return (await response.json()) as Answer;
}
