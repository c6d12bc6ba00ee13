import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'same-machine-'));
  emulator = await startEmulator({ port: 0, dataDir: folder, people: [{ openId: 'oAnn', name: 'Ann', role: '顾客' }] });
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

const paths = [
  ['GET', '/_emulator'],
  ['GET', '/_emulator/console/main.js'],
  ['GET', '/_emulator/people'],
  ['GET', '/_emulator/collections'],
  ['GET', '/_emulator/log'],
  ['GET', '/_emulator/snapshot'],
  ['PUT', '/_emulator/snapshot'],
  ['GET', '/_emulator/wechat/orders'],
  ['POST', '/_emulator/actAs'],
  ['POST', '/_emulator/clock'],
  ['POST', '/_emulator/query'],
  ['POST', '/_emulator/explain'],
  ['POST', '/admin'],
  ['GET', '/_emulator/storage'],
  ['GET', '/_emulator/wechat/messages'],
  ['POST', '/v1/functions/order'],
  ['POST', '/auth/v1/signin/anonymously'],
  ['GET', '/auth/v1/user/me'],
  ['GET', '/cgi-bin/token'],
  ['GET', '/'],
] as const;

describe.each(paths)('%s %s', (method, target) => {
  test.each([
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a page that calls itself loopback', { origin: 'http://127.0.0.1.evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a foreign name that was pointed here (DNS rebinding)', { host: 'evil.example' }],
    ['a rebound name that sends its own origin', { host: 'evil.example:9900', origin: 'http://evil.example:9900' }],
    ['a name that begins like loopback', { host: 'localhost.evil.example' }],
  ])('%s is refused', async (_who, headers) => {
    const { status, body, allowed } = await send(method, target, headers);
    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ code: 'FORBIDDEN' });
    expect(allowed).toBeUndefined();
  });

  test.each([
    ['a program', {}],
    ['the console', { origin: 'http://127.0.0.1:9900' }],
    ['a page of another port', { origin: 'http://localhost:5173', host: 'localhost' }],
    ['IPv6', { origin: 'http://[::1]:9900', host: '[::1]:9900' }],
  ])('%s of this machine is answered', async (_who, headers) => {
    expect((await send(method, target, headers)).status).not.toBe(403);
  });
});

test('a refused request has no effect', async () => {
  await send('POST', '/_emulator/clock', { origin: 'https://evil.example' }, '{"advanceMs":60000}');
  expect(JSON.parse((await send('GET', '/_emulator/clock', {})).body)).toMatchObject({ offsetMs: 0 });
});

test('a preview of another port may ask, and read the answer', async () => {
  const origin = 'http://127.0.0.1:5173';
  const { allowed } = await send('POST', '/v1/functions/order', { origin });
  expect(allowed).toBe(origin);
  const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
  const preflight = await fetch(`${emulator.url}/v1/functions/order`, { method: 'OPTIONS', headers: asked });
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
});

test('the console cannot be put into a frame', async () => {
  const { headers } = await fetch(`${emulator.url}/_emulator`);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

interface Answer {
  status: number;
  body: string;
  allowed: string | undefined;
}

/** fetch would not let the Host be set. */
function send(method: string, target: string, headers: Record<string, string>, body = '{}'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: emulator.port, path: target, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: text,
          allowed: answer.headers['access-control-allow-origin'],
        }),
      );
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? body : undefined);
  });
}
