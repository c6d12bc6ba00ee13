import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../../Emulator';
import { type Answer, EmulatorClient } from '../../EmulatorClient';
import { localAppId } from '../../localAppId';

const ann = { openId: 'oAnn', unionId: 'uAnn', name: 'Ann', role: '顾客' };
const ben = { openId: 'oBen', name: 'Ben', role: '顾客' };

let dataDir: string;
let emulator: Emulator;
let client: EmulatorClient;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'accounts-'));
  await start();
});
afterAll(async () => {
  await emulator.stop();
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  emulator = await startEmulator({ port: 0, dataDir, people: [ann, ben] });
  client = new EmulatorClient(emulator.url);
}

interface Opened {
  appId: string;
  secret: string;
  token: string;
}

async function openAccount(wanted: object = {}): Promise<Opened> {
  const { account } = await client.post('/_emulator/wechat/accounts', { name: '晋美', ...wanted });
  const { appId, secret } = account as Opened;
  return { appId, secret, token: String((await stableToken({ appId, secret })).access_token) };
}

const stableToken = ({ appId, secret }: Pick<Opened, 'appId' | 'secret'>, force = false): Promise<Answer> =>
  client.post('/cgi-bin/stable_token', {
    ...{ grant_type: 'client_credential', appid: appId, secret, force_refresh: force },
  });

const door = (account: Opened, what: string, body: object): Promise<Answer> =>
  client.post(`/_emulator/wechat/accounts/${account.appId}/${what}`, body);
const follow = async (account: Opened, { openId }: { openId: string }): Promise<string> =>
  String((await door(account, 'follow', { openId })).openId);
const get = ({ token }: Opened, call: string, query = ''): Promise<Answer> =>
  client.get(`/cgi-bin/${call}?access_token=${token}${query}`);
const post = ({ token }: Opened, call: string, body: object): Promise<Answer> =>
  client.post(`/cgi-bin/${call}?access_token=${token}`, body);
const wait = (advanceMs: number): Promise<Answer> => client.post('/_emulator/clock', { advanceMs });

describe('access tokens', () => {
  test('a stable one stays the same until it is forced; the one before is then no more', async () => {
    const account = await openAccount();
    expect(await stableToken(account)).toMatchObject({ access_token: account.token });
    const { access_token: forced } = await stableToken(account, true);
    expect(forced).not.toBe(account.token);
    expect(await get(account, 'menu/get')).toMatchObject({ errcode: 40001 });
    expect(await get({ ...account, token: String(forced) }, 'menu/get')).toMatchObject({ errcode: 46003 });
  });

  test('of plain ones, the one before is good for five minutes more; each dies after two hours', async () => {
    const { appId, secret, ...rest } = await openAccount();
    const ask = async () =>
      String(
        (await client.get(`/cgi-bin/token?grant_type=client_credential&appid=${appId}&secret=${secret}`)).access_token,
      );
    const [first, second] = [await ask(), await ask()];
    const errcodeOf = async (token: string) => (await get({ ...rest, appId, secret, token }, 'menu/get')).errcode;
    expect([await errcodeOf(first), await errcodeOf(second)]).toEqual([46003, 46003]);
    await wait(5 * 60_000);
    expect([await errcodeOf(first), await errcodeOf(second)]).toEqual([42001, 46003]);
    await wait(2 * 3_600_000);
    expect(await errcodeOf(second)).toBe(42001);
  });

  test('a wrong secret, a missing token and another account’s openid are refused by number', async () => {
    const [account, other] = [await openAccount(), await openAccount()];
    expect(await stableToken({ ...account, secret: 'guess' })).toMatchObject({ errcode: 40125 });
    expect(await stableToken({ ...account, secret: '' })).toMatchObject({ errcode: 41004 });
    expect(await get({ ...account, token: '' }, 'user/get')).toMatchObject({ errcode: 41001 });
    const theirs = await follow(other, ann);
    expect(await get(account, 'user/info', `&openid=${theirs}`)).toMatchObject({ errcode: 40003 });
  });
});

describe('followers', () => {
  test('who follows is told with a unionid only where the account shares the Open Platform account', async () => {
    const [own, foreign] = [await openAccount(), await openAccount({ sharesOpenPlatform: false })];
    const info = async (account: Opened) => get(account, 'user/info', `&openid=${await follow(account, ann)}`);
    expect(await info(own)).toMatchObject({ subscribe: 1, unionid: 'uAnn', subscribe_scene: 'ADD_SCENE_SEARCH' });
    expect(await info(foreign)).not.toHaveProperty('unionid');
    const bens = await follow(own, ben);
    expect(await post(own, 'user/info/batchget', { user_list: [{ openid: bens }] })).toEqual({
      user_info_list: [expect.not.objectContaining({ unionid: expect.anything() })],
    });
  });

  test('who unfollowed is told as that, and is in no list', async () => {
    const account = await openAccount();
    const openId = await follow(account, ann);
    expect(await get(account, 'user/get')).toMatchObject({ total: 1, data: { openid: [openId] } });
    await door(account, 'unfollow', { openId: ann.openId });
    expect(await get(account, 'user/info', `&openid=${openId}`)).toEqual({ subscribe: 0, openid: openId });
    expect(await get(account, 'user/get')).toEqual({ total: 0, count: 0, next_openid: '' });
  });

  test('they are listed in pages of ten thousand', async () => {
    const account = await openAccount();
    await door(account, 'strangers', { count: 20_001 });
    const seen = new Set<string>();
    const counts: unknown[] = [];
    for (let next = '', page: Answer = {}; page.count !== 0; next = String(page.next_openid)) {
      page = await get(account, 'user/get', `&next_openid=${next}`);
      counts.push(page.count);
      for (const openId of (page.data as { openid: string[] } | undefined)?.openid ?? []) seen.add(openId);
    }
    expect(counts).toEqual([10_000, 10_000, 1, 0]);
    expect(seen.size).toBe(20_001);
  });

  test('an account that is not verified may call nothing but the token', async () => {
    const account = await openAccount({ verified: false });
    for (const call of ['menu/get', 'user/get', 'user/info']) {
      expect(await get(account, call)).toMatchObject({ errcode: 48001 });
    }
    expect(await post(account, 'qrcode/create', {})).toMatchObject({ errcode: 48001 });
  });
});

describe('QR codes, menus and articles', () => {
  test('a code carries its scene for as long as it says', async () => {
    const account = await openAccount();
    const wanted = {
      expire_seconds: 600,
      action_name: 'QR_STR_SCENE',
      action_info: { scene: { scene_str: 'one-time' } },
    };
    const code = await post(account, 'qrcode/create', wanted);
    expect(code).toMatchObject({ expire_seconds: 600, url: expect.stringMatching(/^http:\/\/weixin\.qq\.com\/q\//) });
    await door(account, 'scan', { openId: ann.openId, code: String(code.url) });
    const { data } = (await get(account, 'user/get')) as { data: { openid: string[] } };
    const info = await get(account, 'user/info', `&openid=${data.openid[0]}`);
    expect(info).toMatchObject({ subscribe_scene: 'ADD_SCENE_QR_CODE', qr_scene_str: 'one-time' });
    await wait(600_000);
    const late = await door(account, 'scan', { openId: ben.openId, code: String(code.ticket) });
    expect(late).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('二维码已过期') });
  });

  test.each([
    [{ action_info: { scene: { scene_str: '' } } }, 40053],
    [{ action_info: { scene: { scene_str: 'x'.repeat(65) } } }, 40053],
    [{ expire_seconds: 2_592_001 }, 40053],
    [{ action_info: 'none' }, 47001],
  ])('a code with %j is refused with %d', async (wrong, errcode) => {
    const right = { action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: 'one' } } };
    expect(await post(await openAccount(), 'qrcode/create', { ...right, ...wrong })).toMatchObject({ errcode });
  });

  test('a code that stays for ever is refused by name', async () => {
    const wanted = { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'one' } } };
    expect(await post(await openAccount(), 'qrcode/create', wanted)).toMatchObject({ code: 'NOT_EMULATED' });
    expect(await post(await openAccount(), 'tags/create', {})).toMatchObject({ code: 'NOT_EMULATED' });
  });

  test('a menu is kept as it was made; more than three buttons are refused', async () => {
    const account = await openAccount();
    const menu = {
      button: [{ type: 'miniprogram', name: '进店', appid: localAppId, pagepath: 'pages/home/index', url: '-' }],
    };
    expect(await get(account, 'menu/get')).toMatchObject({ errcode: 46003 });
    expect(await post(account, 'menu/create', menu)).toMatchObject({ errcode: 0 });
    expect(await get(account, 'menu/get')).toEqual({ menu });
    const four = { button: Array.from({ length: 4 }, () => ({ name: '进店' })) };
    expect(await post(account, 'menu/create', four)).toMatchObject({ errcode: 40016 });
  });

  test('articles are listed newest first', async () => {
    const account = await openAccount();
    for (const title of ['谷雨', '立夏']) await door(account, 'publish', { title, content: `<p>${title}</p>` });
    const listed = await post(account, 'freepublish/batchget', { offset: 0, count: 20 });
    expect(listed).toMatchObject({
      total_count: 2,
      item: [
        { content: { news_item: [{ title: '立夏', content: '<p>立夏</p>' }] } },
        { content: { news_item: [{ title: '谷雨' }] } },
      ],
    });
    expect(await post(account, 'freepublish/batchget', { offset: 0, count: 21 })).toMatchObject({ errcode: 47001 });
  });
});

describe('messages of the account’s own accord', () => {
  const card = (touser: string) => ({
    touser,
    msgtype: 'miniprogrampage',
    miniprogrampage: { title: '欢迎', appid: localAppId, pagepath: 'pages/home/index', thumb_media_id: 'thumb' },
  });

  test('three within a minute of the follow; five within 48 hours of a message', async () => {
    const account = await openAccount();
    const openId = await follow(account, ann);
    const send = async () => (await post(account, 'message/custom/send', card(openId))).errcode;
    expect([await send(), await send(), await send(), await send()]).toEqual([0, 0, 0, 45047]);
    await wait(60_000);
    expect(await send()).toBe(45015);
    await door(account, 'say', { openId: ann.openId, content: '你好' });
    await wait(48 * 3_600_000 - 1000);
    const fresh = { ...account, token: String((await stableToken(account)).access_token) };
    const sendLater = async () => (await post(fresh, 'message/custom/send', card(openId))).errcode;
    expect(await sendLater()).toBe(0);
    await wait(1000);
    expect(await sendLater()).toBe(45015);
  });

  test('nobody who left, no other mini program, no other kind of message', async () => {
    const account = await openAccount();
    const openId = await follow(account, ann);
    const send = async (message: object) => (await post(account, 'message/custom/send', message)).errcode;
    const foreign = { ...card(openId), miniprogrampage: { ...card(openId).miniprogrampage, appid: 'wx00' } };
    expect(await send(foreign)).toBe(40013);
    expect(await send({ ...card(openId), msgtype: 'wxcard' })).toBe(40008);
    expect(await send(card('oSomebody'))).toBe(40003);
    await door(account, 'unfollow', { openId: ann.openId });
    expect(await send(card(openId))).toBe(45015);
  });
});

test('what goes wrong is switched on call by call, and a day’s quota ends', async () => {
  const account = await openAccount();
  const switchOn = (mishap: string, call: string) =>
    client.post('/_emulator/wechat/accountSwitches', { of: 'call', mishap, call });
  for (const [mishap, errcode] of [
    ['quota', 45009],
    ['unauthorized', 48001],
    ['busy', -1],
    ['tokenLost', 40001],
  ] as const) {
    await switchOn(mishap, 'user/get');
    expect(await get(account, 'user/get')).toMatchObject({ errcode });
  }
  await switchOn('down', 'token');
  const { url } = emulator;
  const down = await fetch(
    `${url}/cgi-bin/token?grant_type=client_credential&appid=${account.appId}&secret=${account.secret}`,
  );
  expect(down.status).toBe(502);
  const codes = await Promise.all(Array.from({ length: 501 }, async () => (await get(account, 'user/get')).errcode));
  expect(codes.filter((code) => code === 45009)).toHaveLength(1);
});

test('accounts, followers and tokens are there after a restart, and in a snapshot', async () => {
  const account = await openAccount();
  const openId = await follow(account, ann);
  const snapshot = await client.exportSnapshot();
  await emulator.stop();
  await start();
  expect(await get(account, 'user/get')).toMatchObject({ data: { openid: [openId] } });
  await door(account, 'unfollow', { openId: ann.openId });
  expect((await client.importSnapshot(snapshot)).status).toBe(200);
  expect(await get(account, 'user/get')).toMatchObject({ data: { openid: [openId] } });
});

describe('the content check', () => {
  const check = async (body: object) => {
    const { access_token } = await client.get(
      `/cgi-bin/token?grant_type=client_credential&appid=${localAppId}&secret=emulator`,
    );
    const text = { version: 2, openid: ann.openId, scene: 2, ...body };
    return client.post(`/wxa/msg_sec_check?access_token=${access_token}`, text);
  };

  test.each([
    ['好醋！', 'pass', 100],
    ['加微信看更多', 'review', 10001],
    ['线上赌博', 'risky', 20006],
  ])('%s: %s', async (content, suggest, label) => {
    expect(await check({ content })).toMatchObject({ errcode: 0, result: { suggest, label } });
  });

  test.each([
    [{ content: '' }, 44002],
    [{ content: '醋'.repeat(2501) }, 47001],
    [{ content: '醋', scene: 9 }, 40129],
    [{ content: '醋', openid: 'oNobody' }, 40003],
  ])('%j is refused with %d', async (body, errcode) => {
    expect(await check(body)).toMatchObject({ errcode });
  });
});
