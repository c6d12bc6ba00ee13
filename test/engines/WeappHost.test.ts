/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type Emulator, startEmulator } from '../../emulator/Emulator';
import { people, shoppers } from '../support/world/people';
import { WeappHost } from './WeappHost';

// A mini program of plain WeChat pages: what the host does must not hang on Taro.
const dist = path.join(__dirname, 'fixtures/phone');
let dataDir: string;
let emulator: Emulator;
let phone: WeappHost;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'phone-'));
  emulator = await startEmulator({ port: 0, dataDir, people });
});
afterAll(async () => {
  await emulator.stop();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  phone = new WeappHost({ dist, url: emulator.url });
  await phone.launch(shoppers[0].openId, 'pages/home/index');
});

describe('view', () => {
  test('a keyed list shows its rows in their order, whatever order they had before', async () => {
    const rows = fc.shuffledSubarray([...'abcdefg']).map((letters) => letters.join(''));
    await fc.assert(
      fc.asyncProperty(rows, async (wanted) => {
        await phone.type('typed', wanted);
        expect(phone.text('rows')).toBe(wanted);
      }),
    );
  });

  test('events bubble with their data, and stop where they are caught', async () => {
    await phone.tap('inner');
    expect(phone.text('said')).toBe('inner one outer');
    await phone.tap('caught');
    expect(phone.text('said')).toBe('inner two');
  });

  test('what is typed reaches the page and comes back', async () => {
    await phone.type('typed', '陈醋');
    expect(phone.attribute('typed', 'value')).toBe('陈醋');
  });

  test('an id that is not there fails by its name', async () => {
    await expect(phone.tap('nothing')).rejects.toThrow('pages/home/index has no #nothing');
  });
});

describe('pages', () => {
  test('a tab page lives on below another tab; pages on top of it do not', async () => {
    await phone.tap('to-detail');
    expect(phone.routes).toEqual(['pages/home/index', 'pages/detail/index']);
    expect(phone.text('id')).toBe('%E9%86%8B');
    await phone.tapTab('pages/cart/index');
    expect(phone.routes).toEqual(['pages/cart/index']);
    await phone.tapTab('pages/home/index');
    const loads = 'home load, home show, home hide, detail show, detail unload, cart load, cart show';
    expect(phone.text('seen')).toBe(`${loads}, cart hide, home show`);
  });

  test('back shows the page below again', async () => {
    await phone.tap('to-detail');
    await phone.goBack();
    expect(phone.text('seen')).toBe('home load, home show, home hide, detail show, detail unload, home show');
    await expect(phone.goBack()).rejects.toEqual({ errMsg: 'navigateBack:fail cannot navigate back at first page.' });
  });

  test.each([
    ['to-nowhere', 'navigateTo:fail page "pages/nowhere" is not found'],
    ['open-tab', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['switch-to-page', 'switchTab:fail can not switch to no-tabBar page'],
  ])('%s is refused as WeChat refuses it', async (id, errMsg) => {
    await phone.tap(id);
    expect(phone.text('said')).toBe(errMsg);
    expect(phone.routes).toEqual(['pages/home/index']);
  });

  test('an eleventh page is refused', async () => {
    await phone.tap('to-detail');
    for (let page = 3; page <= 11; page += 1) await phone.tap('again');
    expect(phone.routes).toHaveLength(10);
    expect(phone.text('said')).toBe('navigateTo:fail webview count limit exceed');
  });
});

describe('wx', () => {
  test('an API that is not emulated fails by its name, and the phone remembers', async () => {
    await expect(phone.tap('vibrate')).rejects.toThrow('wx.vibrateShort is not emulated');
    expect(phone.complaints).toEqual(['wx.vibrateShort is not emulated']);
  });

  test('a callback that throws is not lost', async () => {
    await phone.tap('stumble');
    expect(phone.complaints).toEqual([expect.stringContaining('in a callback of setStorage: Error: stumbled')]);
  });

  test.each([
    ['offline', 'undefined cloud.callFunction:fail Error: request:fail'],
    ['denied', '-601034 cloud.callFunction:fail Error: errCode: -601034 | errMsg: 没有权限，请先开通云开发或者云托管'],
    [
      'none',
      '-501000 cloud.callFunction:fail Error: errCode: -501000 | errMsg: FunctionName parameter could not be found',
    ],
  ] as const)('a function that cannot be called (%s) fails as in WeChat', async (mishap, words) => {
    phone.cloud.mishaps.callFunction = mishap;
    await phone.tap('call');
    expect(phone.text('said')).toBe(words);
  });

  test.each([
    ['offline', 'requestPayment:fail request:fail'],
    ['denied', 'requestPayment:fail auth deny'],
  ] as const)('a cashier that cannot open (%s) fails as in WeChat', async (mishap, words) => {
    phone.cloud.mishaps.requestPayment = mishap;
    await phone.tap('pay');
    expect(phone.text('said')).toBe(words);
  });

  test.each([
    ['accept', 'accept'],
    ['reject', 'reject'],
    ['ban', 'ban'],
    ['off', '20004 requestSubscribeMessage:fail The main switch is switched off'],
  ] as const)('who is asked for a message answers (%s) as in WeChat', async (answer, words) => {
    phone.answers.subscribe = answer;
    await phone.tap('ask');
    expect(phone.text('said')).toBe(words);
  });

  test.each([
    ['ask-nothing', "10001 requestSubscribeMessage:fail TmplIds can't be empty"],
    ['ask-four', '20003 requestSubscribeMessage:fail Templates count out of max bounds'],
    ['ask-late', 'undefined requestSubscribeMessage:fail can only be invoked by user TAP gesture.'],
  ])('what may not be asked (%s) is refused as WeChat refuses it', async (id, words) => {
    phone.answers.subscribe = 'accept';
    await phone.tap(id);
    expect(phone.text('said')).toBe(words);
  });

  test('only a tap asks for a message, and not without a network', async () => {
    await phone.fire('ask', 'longpress', {});
    expect(phone.text('said')).toBe('undefined requestSubscribeMessage:fail can only be invoked by user TAP gesture.');
    phone.cloud.mishaps.requestSubscribeMessage = 'offline';
    await phone.tap('ask');
    expect(phone.text('said')).toBe('10002 requestSubscribeMessage:fail Request list fail');
  });

  test('scripts see neither a document nor Node', async () => {
    await phone.tap('escape');
    expect(phone.text('said')).toBe('undefined undefined undefined undefined');
  });
});
