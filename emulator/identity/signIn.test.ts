import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import cloudbase from '@cloudbase/js-sdk';
import tcb from '@cloudbase/node-sdk';
import { type Emulator, startEmulator } from '../Emulator';

const day = 24 * 3600 * 1000;
const whoami = `
  const sdk = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))});
  const app = sdk.init({ env: sdk.SYMBOL_CURRENT_ENV });
  exports.main = async () => app.auth().getUserInfo();`;

let folder: string;
let emulator: Emulator;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sign-in-'));
  mkdirSync(path.join(folder, 'fn', 'whoami'), { recursive: true });
  writeFileSync(path.join(folder, 'fn', 'whoami', 'index.js'), whoami);
  const declared = { envId: 'shop', functionRoot: 'fn', functions: [{ name: 'whoami', timeout: 20 }] };
  writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify(declared));
  emulator = await start();
});

afterEach(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

describe('through @cloudbase/js-sdk', () => {
  test('somebody anonymous signs in, calls a function, and signs out', async () => {
    const app = connect();
    const auth = app.auth({ persistence: 'none' });
    expect((await auth.signInAnonymously()).error).toBeFalsy();
    expect(await auth.getCurrentUser()).toMatchObject({ uid: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const { result } = await app.callFunction({ name: 'whoami' });
    expect(result).toMatchObject({ openId: '', customUserId: '', isAnonymous: true });
    const { accessToken } = await auth.getAccessToken();
    expect(await whoHas(accessToken)).toBe(200);
    await auth.signOut();
    expect(await whoHas(accessToken)).toBe(401);
  });

  test('a user of ours signs in with a ticket of the node SDK, twice the same', async () => {
    const app = connect();
    const auth = app.auth({ persistence: 'none' });
    await auth.signInWithCustomTicket(async () => ticketFor('ann@tea'));
    const first = (await app.callFunction({ name: 'whoami' })).result;
    expect(first).toMatchObject({ openId: '', customUserId: 'ann@tea', isAnonymous: false });
    await auth.signInWithCustomTicket(async () => ticketFor('ann@tea'));
    expect((await app.callFunction({ name: 'whoami' })).result).toEqual(first);
  });
});

describe('a ticket', () => {
  test.each([
    [
      'of another key',
      () => `${customLoginKey().private_key_id.replace(/^./, 'x')}/@@/${ticketFor('ann@tea').split('/@@/')[1]}`,
    ],
    ['with another signature', () => ticketFor('ann@tea').replace(/....$/, 'AAAA')],
    [
      'with another payload',
      () => ticketFor('ann@tea').replace(/\.[^.]+\./, `.${ticketFor('bob@tea').split('.')[1]}.`),
    ],
    ['that is none', () => 'ticket'],
  ])('%s is refused', async (_what, ticket) => {
    expect(await signInCustom(ticket())).toMatchObject({ status: 401, error: 'unauthenticated' });
  });

  test('is good for ten minutes', async () => {
    const ticket = ticketFor('ann@tea');
    await advance(11 * 60_000);
    expect(await signInCustom(ticket)).toMatchObject({ status: 401 });
  });

  test('says how long its access tokens live, and when the sign-in ends', async () => {
    const expire = Date.now() + 2 * day;
    const signIn = await signInCustom(ticketFor('ann@tea', { refresh: 60_000, expire }));
    expect(signIn).toMatchObject({ status: 200, expires_in: 60 });
    await advance(61_000);
    expect(await whoHas(signIn.access_token)).toBe(401);
    expect(await refresh(signIn.refresh_token)).toMatchObject({ status: 200, expires_in: 60 });
    await advance(2 * day);
    expect(await refresh(signIn.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });
});

test('an access token lives two hours and is renewed for thirty days, across a restart', async () => {
  const signIn = await post('signin/anonymously', {});
  expect(signIn).toMatchObject({ expires_in: 7200, scope: 'anonymous', token_type: 'Bearer' });
  await advance(2 * 3600 * 1000);
  expect(await whoHas(signIn.access_token)).toBe(401);
  await emulator.stop();
  emulator = await start();
  const renewed = await refresh(signIn.refresh_token);
  expect(renewed.sub).toBe(signIn.sub);
  expect(await whoHas(renewed.access_token)).toBe(200);
  await advance(30 * day);
  expect(await refresh(renewed.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
});

test('after signing out neither token is good, across a restart', async () => {
  const signIn = await post('signin/anonymously', {});
  expect((await post('revoke', { token: signIn.access_token })).status).toBe(200);
  await emulator.stop();
  emulator = await start();
  expect(await whoHas(signIn.access_token)).toBe(401);
  expect((await refresh(signIn.refresh_token)).status).toBe(400);
  expect((await post('revoke', { token: signIn.access_token })).status).toBe(401);
});

test('a token serves only what it is for', async () => {
  const signIn = await post('signin/anonymously', {});
  expect(await whoHas(signIn.refresh_token)).toBe(401);
  expect((await refresh(signIn.access_token)).status).toBe(400);
});

test('other ways to sign in are refused by name', async () => {
  for (const [what, body, words] of [
    ['signin', { username: 'ann' }, 'POST /auth/v1/signin'],
    ['token', { grant_type: 'password' }, 'the grant type password'],
  ] as const) {
    expect(await post(what, body)).toMatchObject({ code: 'NOT_EMULATED', message: expect.stringContaining(words) });
  }
});

function start(): Promise<Emulator> {
  return startEmulator({ port: 0, dataDir: path.join(folder, 'data'), functionsDir: folder });
}

function connect(): ReturnType<typeof cloudbase.init> {
  const app = cloudbase.init({ env: 'shop' });
  app.registerHost(`127.0.0.1:${emulator.port}`, 'http');
  return app;
}

function customLoginKey(): { private_key_id: string; private_key: string; env_id: string } {
  return JSON.parse(readFileSync(path.join(folder, 'data', 'tcb_custom_login.json'), 'utf8'));
}

function ticketFor(uid: string, options?: { refresh: number; expire: number }): string {
  const credentials = customLoginKey();
  return tcb.init({ env: 'shop', secretId: 'test', secretKey: 'test', credentials }).auth().createTicket(uid, options);
}

interface Answer {
  status: number;
  sub: string;
  access_token: string;
  refresh_token: string;
}

const signInCustom = (ticket: string): Promise<Answer> => post('signin/custom', { provider_id: 'custom', ticket });

const refresh = (refreshToken: string): Promise<Answer> =>
  post('token', { grant_type: 'refresh_token', refresh_token: refreshToken });

async function post(what: string, body: object): Promise<Answer> {
  const answer = await fetch(`${emulator.url}/auth/v1/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, ...((await answer.json()) as Omit<Answer, 'status'>) };
}

/** The status with which an access token is told who it is. */
async function whoHas(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${emulator.url}/auth/v1/user/me`, { headers })).status;
}

async function advance(advanceMs: number): Promise<void> {
  await fetch(`${emulator.url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advanceMs }) });
}
