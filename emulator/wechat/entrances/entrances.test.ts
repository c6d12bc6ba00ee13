import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { type Emulator, startEmulator } from '../../Emulator';
import { WeChatError } from '../WeChatError';
import { Entrances, entranceLimits } from './Entrances';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entrances-'));
  emulator = await startEmulator({ port: 0, dataDir: folder, people: [] });
});
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

async function post(call: string, body: object, accessToken?: string): Promise<Response> {
  const token = accessToken ?? (await newToken());
  return fetch(`${emulator.url}/wxa/${call}?access_token=${token}`, { method: 'POST', body: JSON.stringify(body) });
}

async function newToken(): Promise<string> {
  const app = 'appid=wx6d65696469616e00&secret=emulator';
  const answer = await fetch(`${emulator.url}/cgi-bin/token?grant_type=client_credential&${app}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
const errcodeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as { errcode: number }).errcode;

test('a code is a picture of at most the wanted width', async () => {
  const answer = await post('getwxacodeunlimit', { scene: 'counter-01', page: 'pages/landing/index' });
  expect(answer.headers.get('content-type')).toBe('image/png');
  const { width = 0, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect([format, height]).toEqual(['png', width]);
  expect(width).toBeGreaterThan(250);
  expect(width).toBeLessThanOrEqual(430);
});

test('a link leads into the preview for as long as it was made for', async () => {
  const wanted = { path: 'pages/landing/index', query: 'c=weibo-01', expire_type: 1, expire_interval: 30 };
  const { url_link } = (await (await post('generate_urllink', wanted)).json()) as { url_link: string };
  const follow = () => fetch(url_link, { redirect: 'manual' });
  expect((await follow()).headers.get('location')).toBe(`${emulator.url}/?scene=1194#/pages/landing/index?c=weibo-01`);
  await fetch(`${emulator.url}/_emulator/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceMs: 30 * 86_400_000 }),
  });
  expect((await follow()).status).toBe(410);
  expect((await fetch(`${emulator.url}/wechat/link/none`)).status).toBe(410);
});

test('WeChat’s refusals: tokens, scenes, pages, widths, times', async () => {
  const right = { scene: 'a', page: 'pages/home/index' };
  expect(await errcodeOf(post('getwxacodeunlimit', right, 'guess'))).toBe(40001);
  for (const [change, errcode] of [
    [{ scene: 'x'.repeat(33) }, 40129],
    [{ scene: '店' }, 40129],
    [{ page: '/pages/home/index' }, 41030],
    [{ width: 100 }, 40097],
  ] as const) {
    expect(await errcodeOf(post('getwxacodeunlimit', { ...right, ...change }))).toBe(errcode);
  }
  expect(await errcodeOf(post('generate_urllink', { path: 'a', expire_type: 1, expire_interval: 31 }))).toBe(85401);
});

test('the door lets the next calls fail', async () => {
  const wanted = { method: 'POST', body: JSON.stringify({ errcodes: [41030] }) };
  await fetch(`${emulator.url}/_emulator/wechat/entrances`, wanted);
  expect(await errcodeOf(post('generate_urllink', {}))).toBe(41030);
});

test('beyond the quota there is no code, until the next minute', () => {
  let now = 0;
  const entrances = new Entrances('', () => now);
  const make = () => entrances.link({ expire_type: 1, expire_interval: 1 });
  for (let made = 0; made < entranceLimits.linksADay; made += 1) make();
  expect(make).toThrow(WeChatError);
  now = 86_400_000;
  expect(make()).toBeDefined();
});
