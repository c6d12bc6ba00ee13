import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Emulator, startEmulator } from './Emulator';
import { TestMerchant } from './wechat/pay/TestMerchant';

const tsx = pathToFileURL(require.resolve('tsx')).href;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'emulator-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('one data folder serves one emulator at a time', async () => {
  const dataDir = path.join(folder, 'data');
  const first = await startEmulator({ port: 0, dataDir });
  await expect(startEmulator({ port: 0, dataDir })).rejects.toThrow(`Another emulator is already using ${dataDir}.`);
  await first.stop();
  await (await startEmulator({ port: 0, dataDir })).stop();
});

test('a taken port and a folder without functions are refused with a sentence; the data folder stays free', async () => {
  const dataDir = path.join(folder, 'data');
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(startEmulator({ port, dataDir })).rejects.toThrow(`Port ${port} is taken by another program.`);
  await expect(startEmulator({ port: 0, dataDir, functionsDir: folder })).rejects.toThrow(
    'There are no built functions',
  );
  other.close();
  await (await startEmulator({ port: 0, dataDir })).stop();
});

test('tokens, the moved clock and the merchant survive a restart', async () => {
  const options = { port: 0, dataDir: folder, people: [{ openId: 'oAnn', name: 'Ann', role: '顾客' }] };
  const first = await startEmulator(options);
  const { token } = await post<{ token: string }>(first, 'actAs', { openId: 'oAnn' });
  await post(first, 'clock', { advanceMs: 60_000 });
  await first.stop();
  const second = await startEmulator(options);
  const me = await fetch(`${second.url}/auth/v1/user/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(await me.json()).toMatchObject({ sub: 'oAnn' });
  const clock = await fetch(`${second.url}/_emulator/clock`);
  expect(await clock.json()).toMatchObject({ offsetMs: 60_000 });
  await second.stop();
});

test('what the emulator does not do is refused by name', async () => {
  const emulator = await startEmulator({ port: 0, dataDir: folder });
  const admin = await fetch(`${emulator.url}/admin`, { method: 'POST', body: '{"action":"wx.openApi"}' });
  expect(await admin.json()).toMatchObject({ code: 'NOT_EMULATED', message: expect.stringContaining('wx.openApi') });
  const signIn = await fetch(`${emulator.url}/auth/v1/signin/with/provider`, { method: 'POST' });
  expect(signIn.status).toBe(501);
  expect((await fetch(`${emulator.url}/_emulator/unknown`, { method: 'POST' })).status).toBe(404);
  await emulator.stop();
});

describe('npm run emulator', () => {
  const running: ChildProcess[] = [];

  afterEach(async () => {
    await Promise.all(running.splice(0).map(end));
  });

  test('runs, ends with SIGTERM, and takes its function processes along when it is killed', async () => {
    mkdirSync(path.join(folder, 'fn', 'pid'), { recursive: true });
    writeFileSync(
      path.join(folder, 'fn', 'pid', 'index.js'),
      'setInterval(() => undefined, 1000); exports.main = () => process.pid;',
    );
    const declaration = { envId: 'test', functionRoot: 'fn', functions: [{ name: 'pid' }] };
    writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify(declaration));
    const [killed, url] = await run();
    const pid = await callPid(url);
    expect(isRunning(pid)).toBe(true);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve));

    const [ended, again] = await run();
    const next = await callPid(again);
    ended.kill('SIGTERM');
    expect(await once(ended, 'exit')).toEqual([0, null]);
    expect(isRunning(next)).toBe(false);
  });

  test('a payment that was answered survives kill -9, and its notification still comes', async () => {
    const dataDir = path.join(folder, 'data');
    let [child, url] = await run();
    const merchant = await TestMerchant.open(dataDir, () => url);
    merchant.notifyStatus = 500;
    expect(await merchant.requestPayment(await merchant.placeOrder('order-kill'))).toBe('requestPayment:ok');
    child.kill('SIGKILL');
    await once(child, 'exit');
    [child, url] = await run();
    expect(await merchant.query('order-kill')).toMatchObject({ trade_state: 'SUCCESS' });
    merchant.notifyStatus = 204;
    const before = merchant.notices.length;
    await fetch(`${url}/_emulator/clock`, { method: 'POST', body: '{"advanceMs":15000}' });
    expect(await merchant.heard(before + 1)).toMatchObject({ resource: { out_trade_no: 'order-kill' } });
    await merchant.stop();
  });

  test('says in one sentence why it cannot start', async () => {
    const emulator = await startEmulator({ port: 0, dataDir: path.join(folder, 'data') });
    const child = start();
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said.trim()).toBe(`Another emulator is already using ${path.join(folder, 'data')}.`);
    await emulator.stop();
  });

  function start(): ChildProcess {
    const functions = existsSync(path.join(folder, 'cloudbaserc.json')) ? ['--functions', folder] : [];
    const args = [path.join(__dirname, 'cli.ts'), '--port', '0', '--data', path.join(folder, 'data'), ...functions];
    const child = spawn(process.execPath, ['--import', tsx, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    return child;
  }

  async function run(): Promise<[ChildProcess, string]> {
    const child = start();
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    return [child, /http:\S+/.exec(line.toString())?.[0] ?? ''];
  }
});

async function callPid(url: string): Promise<number> {
  const signIn = await fetch(`${url}/auth/v1/signin/anonymously`, { method: 'POST' });
  const { access_token: token } = (await signIn.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  return (await (await fetch(`${url}/v1/functions/pid`, { method: 'POST', headers, body: '{}' })).json()) as number;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function post<Answer>(emulator: Emulator, what: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${emulator.url}/_emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
}
