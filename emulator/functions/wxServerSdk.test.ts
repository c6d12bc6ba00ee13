import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';

// The functions in fixtures/ are found by Node, with the SDK they require, from where they lie.
require.resolve('wx-server-sdk');

let dataDir: string;
let emulator: Emulator;
let token: string;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'wx-server-sdk-'));
  emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: path.join(__dirname, 'fixtures'),
    collections: { collections: { teas: { indexes: [] }, orders: { indexes: [] } } },
    people: [{ openId: 'oAnn', name: 'Ann', role: '顾客' }],
  });
  const teas = [JSON.stringify({ _id: '龙井', left: 5 })];
  await post('/admin', { action: 'database.insertDocument', collectionName: 'teas', data: teas });
  token = (await post<{ token: string }>('/_emulator/actAs', { openId: 'oAnn' })).token;
});

afterAll(async () => {
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
});

test('a function written for wx-server-sdk 4 runs as it is: who calls, database, another function, a file', async () => {
  const answer = await order({ tea: '龙井', quantity: 2 });
  expect(answer).toEqual({
    sold: true,
    context: { OPENID: 'oAnn', APPID: 'wx6d65696469616e00', ENV: 'sample' },
    stored: {
      _id: expect.stringMatching(/^[0-9a-f]{32}$/),
      _openid: 'oAnn',
      tea: '龙井',
      quantity: 2,
      at: expect.any(String),
    },
    count: { sold: 2, left: 3, calledBy: 'nobody' },
    label: expect.stringContaining(`${emulator.url}/`),
  });
  expect(await (await fetch(String(answer.label))).text()).toBe('龙井 × 2');
});

test('what is not there comes back as the SDK tells it: errCode and errMsg', async () => {
  expect(await order({ tea: '龙井', quantity: 4 })).toEqual({ sold: false, why: '3 left' });
  expect(await order({ tea: 'coffee', quantity: 1 })).toMatchObject({
    why: { errCode: -1, errMsg: expect.stringContaining('coffee') },
  });
});

test('its cloud call sends a subscribe message, once for each that was allowed', async () => {
  const refused = { errCode: 43101, errMsg: expect.stringContaining('user refuse to accept the msg') };
  expect(await call('tellShipped', { tea: '龙井' })).toEqual(refused);
  const accept = { openId: 'oAnn', tmplIds: ['shipped'], outcome: 'accept' };
  await post('/_emulator/wechat/requestSubscribeMessage', accept);
  const tooLong = await call('tellShipped', { tea: '龙'.repeat(21) });
  expect(tooLong).toEqual({ errCode: 47003, errMsg: expect.stringContaining('data.thing1.value invalid') });
  const sent = await call('tellShipped', { tea: '龙井' });
  expect(sent).toEqual({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok', msgid: 1 });
  const messages = await (await fetch(`${emulator.url}/_emulator/wechat/messages`)).json();
  expect(messages).toMatchObject({
    messages: [{ openId: 'oAnn', templateId: 'shipped', keywords: { thing1: { value: '龙井' } } }],
  });
});

function call(name: string, event: object): Promise<Record<string, unknown>> {
  return post(`/v1/functions/${name}`, event, { authorization: `Bearer ${token}` });
}

function order(event: object): Promise<Record<string, unknown>> {
  return call('orderTea', event);
}

async function post<Answer>(target: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(emulator.url + target, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
}
