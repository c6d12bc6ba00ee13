import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../../Emulator';
import { type Answer, EmulatorClient } from '../../EmulatorClient';
import { TestPushListener } from './TestPushListener';

const ann = { openId: 'oAnn', unionId: 'uAnn', name: 'Ann', role: '顾客' };
const ben = { openId: 'oBen', unionId: 'uBen', name: 'Ben', role: '顾客' };

let dataDir: string;
let emulator: Emulator;
let client: EmulatorClient;
let listener: TestPushListener;
let appId: string;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pushes-'));
  emulator = await startEmulator({ port: 0, dataDir, people: [ann, ben] });
  client = new EmulatorClient(emulator.url);
  listener = await TestPushListener.open();
  const { account } = await client.post('/_emulator/wechat/accounts', { name: '晋美' });
  appId = (account as { appId: string }).appId;
  await act('server', listener.server);
});
afterEach(async () => {
  await emulator.stop();
  await listener.close();
  rmSync(dataDir, { recursive: true });
});

const act = (what: string, body: object): Promise<Answer> =>
  client.post(`/_emulator/wechat/accounts/${appId}/${what}`, body);
const switchOn = (mishap: string, more: object = {}): Promise<Answer> =>
  client.post('/_emulator/wechat/accountSwitches', { of: 'push', mishap, ...more });
const wait = (advanceMs: number): Promise<Answer> => client.post('/_emulator/clock', { advanceMs });

interface ShownPush {
  state: string;
  attempts: number;
  answers: { status: number; body: string }[];
}
const pushes = async (): Promise<ShownPush[]> => (await client.get('/_emulator/wechat/accounts')).pushes as ShownPush[];
async function until(is: (pushes: ShownPush[]) => boolean): Promise<ShownPush[]> {
  for (;;) {
    const all = await pushes();
    if (is(all)) return all;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const settled = () => until((all) => all.every(({ state }) => state !== 'pending'));

test('a follow is pushed encrypted and signed; a scan and an unfollow, too', async () => {
  const { openId } = await act('follow', { openId: ann.openId });
  expect(await settled()).toMatchObject([{ state: 'delivered', answers: [{ status: 200, body: 'success' }] }]);
  expect(listener.heard).toMatchObject([
    { isSigned: true, appId, fields: { Event: 'subscribe', FromUserName: openId } },
  ]);
  await act('unfollow', { openId: ann.openId });
  await settled();
  expect(listener.heard[1]).toMatchObject({ fields: { Event: 'unsubscribe', FromUserName: openId } });
});

test('a server is taken only when it echoes', async () => {
  await listener.close();
  expect(await act('server', nobodysServer)).toMatchObject({ message: '请求URL超时' });
  const preview = { url: `${emulator.url}/_emulator/clock`, token: 'abc', aesKey: 'x'.repeat(43) };
  expect(await act('server', preview)).toMatchObject({ message: 'Token校验失败' });
  expect(await act('server', { ...preview, aesKey: 'short' })).toMatchObject({ code: 'INVALID_PARAM' });
});
const nobodysServer = { url: 'http://127.0.0.1:9/', token: 'abc', aesKey: 'x'.repeat(43) };

test('without a 2xx it is pushed three times more, five seconds apart, and then given up', async () => {
  listener.reply = () => ({ status: 500, body: '' });
  await act('follow', { openId: ann.openId });
  for (const attempts of [1, 2, 3]) {
    await until(([push]) => push?.attempts === attempts);
    await wait(5_000);
  }
  expect(await settled()).toMatchObject([{ state: 'abandoned', attempts: 4 }]);
  expect(new Set(listener.heard.map(({ nonce }) => nonce)).size).toBe(4);
  expect(new Set(listener.heard.map(({ fields }) => fields.CreateTime)).size).toBe(1);
});

test('a push that a stop broke off is made at the next start', async () => {
  await switchOn('delay', { delayMs: 3_600_000 });
  await act('follow', { openId: ann.openId });
  await until(([push]) => push?.state === 'pending');
  await emulator.stop();
  emulator = await startEmulator({ port: 0, dataDir, people: [ann, ben] });
  client = new EmulatorClient(emulator.url);
  await wait(3_600_000);
  await settled();
  expect(listener.heard).toHaveLength(1);
});

test('twice, dropped, and one after the other', async () => {
  await switchOn('twice');
  await act('follow', { openId: ann.openId });
  expect(await settled()).toMatchObject([{ attempts: 2, state: 'delivered' }]);
  await switchOn('drop');
  await act('unfollow', { openId: ann.openId });
  expect((await settled())[0]).toMatchObject({ attempts: 0, state: 'abandoned' });
  await switchOn('reorder');
  await act('follow', { openId: ann.openId });
  await until(([push]) => push?.state === 'pending');
  await act('follow', { openId: ben.openId });
  await settled();
  const events = listener.heard.map(({ fields }) => fields.FromUserName);
  expect(events).toHaveLength(4);
  expect(events[3]).toBe(events[0]);
});

test('forged, stale and meant for another app', async () => {
  for (const mishap of ['forge', 'stale', 'foreign']) await switchOn(mishap);
  const now = Date.now() / 1000;
  for (const _ of [1, 2, 3]) {
    await act('follow', { openId: ann.openId });
    await act('unfollow', { openId: ann.openId });
  }
  await settled();
  expect(listener.heard.filter(({ isSigned }) => !isSigned)).toHaveLength(1);
  expect(listener.heard.some(({ timestamp }) => timestamp < now - 590)).toBe(true);
  expect(listener.heard.some((push) => push.appId === 'wx0000000000000000')).toBe(true);
});

describe('the third-party platform', () => {
  const told = (type: string) => listener.heard.filter(({ fields }) => fields.InfoType === type);
  const call = (name: string, token: string, body: object): Promise<Answer> =>
    client.post(`/cgi-bin/component/${name}?component_access_token=${token}`, body);

  async function openComponent(): Promise<{ component: object; token: string }> {
    const { appId: component_appid, secret } = await client.post('/_emulator/wechat/component', listener.server);
    await settled();
    const ticket = told('component_verify_ticket').at(-1)?.fields.ComponentVerifyTicket;
    const asked = { component_appid, component_appsecret: secret, component_verify_ticket: ticket };
    const answer = await client.post('/cgi-bin/component/api_component_token', asked);
    return { component: { component_appid }, token: String(answer.component_access_token) };
  }

  test('an account is authorised, used, renewed, and revoked', async () => {
    const { component, token } = await openComponent();
    expect(await call('api_create_preauthcode', token, component)).toMatchObject({ expires_in: 1800 });
    await act('authorise', {});
    await settled();
    const [{ fields } = { fields: {} as Record<string, string> }] = told('authorized');
    expect(fields.AuthorizerAppid).toBe(appId);
    const code = { ...component, authorization_code: fields.AuthorizationCode };
    const { authorization_info } = await call('api_query_auth', token, code);
    const info = authorization_info as Record<string, string>;
    expect(await call('api_query_auth', token, code)).toMatchObject({ errcode: 61010 });
    const listed = () => client.get(`/cgi-bin/user/get?access_token=${info.authorizer_access_token}`);
    expect(await listed()).toMatchObject({ total: 0 });

    const renew = { ...component, authorizer_appid: appId, authorizer_refresh_token: info.authorizer_refresh_token };
    expect(await call('api_authorizer_token', token, renew)).toMatchObject({ expires_in: 7200 });
    const guess = { ...renew, authorizer_refresh_token: 'guess' };
    expect(await call('api_authorizer_token', token, guess)).toMatchObject({ errcode: 61023 });

    await act('revoke', {});
    await settled();
    expect(told('unauthorized')).toMatchObject([{ fields: { AuthorizerAppid: appId } }]);
    expect(await listed()).toMatchObject({ errcode: 40001 });
    expect(await call('api_authorizer_token', token, renew)).toMatchObject({ errcode: 61003 });
  });

  test('a ticket comes every ten minutes; an old one and a made-up token are refused', async () => {
    const { component, token } = await openComponent();
    const old = told('component_verify_ticket')[0]?.fields.ComponentVerifyTicket;
    await wait(600_000);
    await settled();
    expect(told('component_verify_ticket')).toHaveLength(2);
    const ask = { ...component, component_appsecret: 'emulator', component_verify_ticket: old };
    expect(await client.post('/cgi-bin/component/api_component_token', ask)).toMatchObject({ errcode: 61006 });
    expect(await call('api_create_preauthcode', 'made-up', component)).toMatchObject({ errcode: 40001 });
    expect(await call('api_create_preauthcode', token, {})).toMatchObject({ errcode: 40013 });
  });
});
