import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';

const ann = { openId: 'oAnn', unionId: 'uAnn', name: 'Ann', role: '顾客' };
const app = 'appid=wx6d65696469616e00&secret=emulator';
const shipped = {
  touser: 'oAnn',
  template_id: 'shipped',
  page: 'pages/order?id=7',
  data: { thing1: { value: '八年陈醋' }, number2: { value: 2 } },
};

let folder: string;
let emulator: Emulator;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wechat-'));
  emulator = await startEmulator({ port: 0, dataDir: folder, people: [ann] });
});

afterEach(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

describe('wx.login', () => {
  test('a code is exchanged once for who has the phone', async () => {
    const { code } = await post('/_emulator/wechat/login', { openId: 'oAnn' });
    expect(code).toMatch(/^0[\w-]{31}$/);
    const session = await exchange(String(code));
    expect(session).toEqual({ openid: 'oAnn', unionid: 'uAnn', session_key: expect.stringMatching(/^.{22}==$/) });
    expect(await exchange(String(code))).toEqual({ errcode: 40163, errmsg: 'code been used' });
  });

  test('a code is good for five minutes; a made-up one never is', async () => {
    const { code } = await post('/_emulator/wechat/login', { openId: 'oAnn' });
    await post('/_emulator/clock', { advanceMs: 5 * 60_000 });
    const invalid = { errcode: 40029, errmsg: 'invalid code' };
    expect(await exchange(String(code))).toEqual(invalid);
    expect(await exchange('021Ktl4S1ognG510zT2S1f7w4S1Ktl4Q')).toEqual(invalid);
  });

  test.each([
    ['secret=emulator', 41002],
    ['appid=wx0000000000000000&secret=emulator', 40013],
    ['appid=wx6d65696469616e00', 41004],
    ['appid=wx6d65696469616e00&secret=guess', 40125],
    [app, 41008],
    [`${app}&js_code=x&grant_type=password`, 40002],
  ])('%s is refused with %d', async (query, errcode) => {
    expect(await get(`/sns/jscode2session?${query}`)).toMatchObject({ errcode });
  });

  test('without saying whose phone it is there is no code', async () => {
    expect(await post('/_emulator/wechat/login', {})).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await post('/_emulator/wechat/login', { openId: 'oNobody' })).toMatchObject({ code: 'INVALID_PARAM' });
    const { token } = await post('/_emulator/actAs', { openId: 'oAnn' });
    const asAnn = { authorization: `Bearer ${token}` };
    expect(await post('/_emulator/wechat/login', {}, asAnn)).toMatchObject({ errMsg: 'login:ok' });
  });
});

describe('subscribe messages', () => {
  test('one accepted is one sent, kept over a restart', async () => {
    const token = await accessToken();
    const refused = { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    expect(await send(token, shipped)).toEqual(refused);
    expect(await askFor('reject')).toEqual({ shipped: 'reject', errMsg: 'requestSubscribeMessage:ok' });
    expect(await send(token, shipped)).toEqual(refused);
    await askFor('accept');
    expect(await send(token, shipped)).toEqual({ errcode: 0, errmsg: 'ok', msgid: 1 });
    expect(await send(token, shipped)).toEqual(refused);

    await emulator.stop();
    emulator = await startEmulator({ port: 0, dataDir: folder, people: [ann] });
    expect(await get('/_emulator/wechat/messages')).toEqual({
      messages: [
        {
          id: 1,
          openId: 'oAnn',
          templateId: 'shipped',
          page: 'pages/order?id=7',
          keywords: { thing1: { value: '八年陈醋' }, number2: { value: '2' } },
          sentAt: expect.any(Number),
        },
      ],
    });
  });

  test('a message that WeChat refuses uses nothing up', async () => {
    const token = await accessToken();
    await askFor('accept');
    for (const [wrong, errcode] of [
      [{ touser: '' }, 40003],
      [{ template_id: '' }, 40037],
      [{ data: { thing1: { value: '一'.repeat(21) } } }, 47003],
      [{ data: 'text' }, 47001],
    ] as const) {
      expect(await send(token, { ...shipped, ...wrong })).toMatchObject({ errcode });
    }
    expect(await send(token, shipped)).toMatchObject({ errcode: 0 });
  });

  test('an access token is needed, lives two hours, and cannot be made up', async () => {
    const token = await accessToken();
    expect(await send('', shipped)).toMatchObject({ errcode: 41001 });
    expect(await send('9999999999_00', shipped)).toMatchObject({ errcode: 40001 });
    await post('/_emulator/clock', { advanceMs: 2 * 3600_000 });
    expect(await send(token, shipped)).toMatchObject({ errcode: 42001 });
  });
});

test("the node SDK's cloud call (callWxOpenApi) sends, too; another API is refused by name", async () => {
  await askFor('accept');
  const cloudCall = (apiName: string) =>
    post('/admin', { action: 'wx.api', apiName, requestData: JSON.stringify(shipped) });
  const { data } = await cloudCall('subscribeMessage.send');
  expect(data).toEqual({ responseData: '{"errcode":0,"errmsg":"ok","msgid":1}' });
  expect(await cloudCall('subscribeMessage.send')).toMatchObject({
    data: { responseData: '{"errcode":43101,"errmsg":"user refuse to accept the msg"}' },
  });
  expect(await cloudCall('wxacode.get')).toMatchObject({ code: 'NOT_EMULATED' });
});

test('what is not here is refused by name', async () => {
  const answer = await post('/cgi-bin/message/custom/typing', {});
  expect(answer).toMatchObject({
    code: 'NOT_EMULATED',
    message: expect.stringContaining('/cgi-bin/message/custom/typing'),
  });
});

test.each([
  ['no form', 'multipart/form-data; boundary=x', 'x'],
  ['no protobuf', 'multipart/form-data; boundary=x', form('\x0a\x7fcut')],
  ['a field that never ends', 'multipart/form-data; boundary=x', form('\x0a')],
  ['a form without its end', 'multipart/form-data; boundary=x', form('').slice(0, -5)],
  ['a form without a boundary', 'multipart/form-data', form('')],
])('a cloud call that is %s is refused', async (_what, type, body) => {
  const answer = await fetch(`${emulator.url}/admin`, { method: 'POST', headers: { 'content-type': type }, body });
  expect(await answer.json()).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('requestData') });
});

function form(requestData: string): string {
  const part = 'content-disposition: form-data; name="requestData"';
  return `--x\r\n${part}\r\n\r\n${requestData}\r\n--x--\r\n`;
}

function exchange(code: string): Promise<Record<string, unknown>> {
  return get(`/sns/jscode2session?${app}&js_code=${code}&grant_type=authorization_code`);
}

async function accessToken(): Promise<string> {
  return String((await get(`/cgi-bin/token?grant_type=client_credential&${app}`)).access_token);
}

function send(token: string, message: object): Promise<Record<string, unknown>> {
  return post(`/cgi-bin/message/subscribe/send?access_token=${token}`, message);
}

function askFor(outcome: 'accept' | 'reject'): Promise<Record<string, unknown>> {
  return post('/_emulator/wechat/requestSubscribeMessage', { openId: 'oAnn', tmplIds: ['shipped'], outcome });
}

async function get(target: string): Promise<Record<string, unknown>> {
  return (await (await fetch(emulator.url + target)).json()) as Record<string, unknown>;
}

async function post(target: string, body: object, headers = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(emulator.url + target, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}
