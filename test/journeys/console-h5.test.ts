import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { launchChromium } from '../support/browser/launchChromium';
import { type Look, openPhone, type Phone, usualLook } from '../support/browser/Phone';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const laptop: Look = { width: 1280, height: 800, colorScheme: 'light' };
const fonts = path.join(paths.root, 'node_modules/@fontsource/noto-sans-sc');
const [ann] = shoppers;
let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
  const shopper = await storefront.as(ann);
  await shopper.ask('shop.getShopHome', { shopId: 'jinmei' });
  await shopper.ask('order.setCartLine', { skuId: 'vinegar-8y-1', quantity: 1 });
  await shopper.ask('order.getCart', {});
  await buy(shopper);
  const owner = await storefront.as(sellers.owner);
  await owner.ask('shop.listStock', { shopId: 'jinmei' });
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('at the console a developer looks up skus and their indexes, and what is wrong with a query', async () => {
  const { page, close } = await openConsole(laptop);
  await page.locator('#collection-skus').click();
  await page.locator('#query').fill('{ "productId": "vinegar-8y" }');
  await page.locator('#order').fill('{ "_id": 1 }');
  await page.locator('#query').press('Control+Enter');
  await page.getByText('skus：共 4 份').waitFor();
  await page.locator('#explanation', { hasText: '索引 product' }).getByText('查看 4 份，返回 4 份').waitFor();
  await page.locator('#documents summary').first().click();
  await page.locator('#documents pre').first().getByText('"productId"').waitFor();
  await keepScreenshot(page, 'console-data');
  await page.locator('#query').fill('{ productId: 1');
  await page.locator('#run-query').click();
  await page.locator('#query-problem', { hasText: '条件不是合法的 JSON' }).waitFor();

  await page.locator('#tab-documents').press('ArrowRight');
  await page.locator('#indexes .row', { hasText: 'productId 升序' }).first().waitFor();
  await keepScreenshot(page, 'console-indexes');
  await page.locator('#tab-slow').click();
  await page.locator('#slow-queries').waitFor();
  await close();
});

test('a developer sees what a call asked of the database and what it printed, and moves the clock', async () => {
  const { page, close } = await openConsole(laptop);
  await page.locator('#nav-calls').click();
  await page.locator('#calls summary', { hasText: 'order.getCart' }).click();
  const inside = page.locator('.inside');
  await inside.getByText('carts getDocument').waitFor();
  await inside.getByText('索引 _id_ · 查看 1 · 返回 1').first().waitFor();
  await keepScreenshot(page, 'console-calls');
  await inside.getByText('看日志').click();
  await page.locator('#log .line', { hasText: '"operation":"order.getCart"' }).waitFor();
  expect(await page.locator('#log .line').count()).toBe(1);
  await keepScreenshot(page, 'console-log');

  await page.locator('#nav-clock').click();
  await page.locator('#advance-900000').click();
  await page.getByText('比本机快 15 分钟').waitFor();
  await keepScreenshot(page, 'console-clock');
  const clock = await fetch(`${storefront.emulator.url}/_emulator/clock`);
  expect(await clock.json()).toMatchObject({ offsetMs: 900_000 });
  await close();
});

test('a stored picture is looked at, and deleted only after asking', async () => {
  await storefront.cloudbase.uploadFile({ cloudPath: 'drafts/old.txt', fileContent: Buffer.from('old') });
  const { page, close } = await openConsole(laptop);
  await page.locator('#nav-storage').click();
  await page.locator('#file-filter').fill('vinegar-8y');
  await page.locator('#files summary').first().click();
  await page.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth > 0));
  await keepScreenshot(page, 'console-storage');

  await page.locator('#file-filter').fill('drafts/');
  await page.locator('#files summary').click();
  await page.locator('.inside .danger').click();
  await page.locator('#question', { hasText: '删除 drafts/old.txt？' }).waitFor();
  await page.locator('#question-no').press('Escape');
  await page.locator('.inside .danger').click();
  await page.locator('#question-yes').click();
  await page.getByText('没有符合筛选的文件').waitFor();
  const { files } = await door<{ files: { path: string }[] }>('storage');
  expect(files.map((file) => file.path)).not.toContain('drafts/old.txt');
  await close();
});

test('a message that WeChat would have sent is read as it would lie on the phone', async () => {
  const { page, close } = await openConsole(usualLook);
  await page.locator('#nav-messages').click();
  await page.getByText('还没有消息').waitFor();
  await keepScreenshot(page, 'console-messages-empty-390');
  await door('wechat/requestSubscribeMessage', { openId: ann.openId, tmplIds: ['order-shipped'], outcome: 'accept' });
  const message = {
    touser: ann.openId,
    template_id: 'order-shipped',
    page: 'packages/trade/order/index?orderId=order-console-1',
    data: {
      thing1: { value: '八年手工老陈醋 500 ml' },
      phrase2: { value: '已发货' },
      time3: { value: '2026年11月22日 15:01' },
    },
  };
  const cloudCall = { action: 'wx.api', apiName: 'subscribeMessage.send', requestData: JSON.stringify(message) };
  await fetch(`${storefront.emulator.url}/admin`, { method: 'POST', body: JSON.stringify(cloudCall) });
  await page.locator('.message', { hasText: ann.name }).getByText('八年手工老陈醋').waitFor();
  await keepScreenshot(page, 'console-messages-390');
  await close();
});

test('by night and on a phone: pay, people, a timer run by hand', async () => {
  const { page, close } = await openConsole({ ...usualLook, colorScheme: 'dark' });
  await page.locator('#nav-pay').click();
  await page.locator('#pay-orders .row', { hasText: 'order-console-1' }).getByText('已支付').waitFor();
  await page.locator('#pay-notices .row', { hasText: 'order-console-1' }).getByText('已送达').waitFor();
  await page.locator('#mishap').selectOption({ label: '通知：丢失' });
  await page.locator('#switch-on').click();
  await page.locator('#switches .row', { hasText: '通知：丢失' }).waitFor();
  await keepScreenshot(page, 'console-pay-390');
  await page.locator('#switches-reset').click();
  await page.locator('#switches', { hasText: '一切正常' }).waitFor();
  await page.locator('#nav-people').click();
  await page.locator(`#person-${sellers.clerk.openId}`).click();
  await page.getByText(`正在扮演 ${sellers.clerk.name}`).first().waitFor();
  await keepScreenshot(page, 'console-people-390');
  await page.locator('#nav-timers').click();
  await page.locator('#run-timers').click();
  await page.locator('#timer-result', { hasText: 'moveOrders' }).waitFor();
  await keepScreenshot(page, 'console-timers-390');
  await page.locator('#toast').waitFor({ state: 'hidden' });
  await page.locator('#nav-calls').click();
  await page.locator('#calls summary', { hasText: 'order.getCart' }).click();
  await page.locator('.inside').waitFor();
  await keepScreenshot(page, 'console-calls-390');
  await page.locator('#nav-storage').click();
  await page.locator('#files summary').first().waitFor();
  await keepScreenshot(page, 'console-storage-390');
  await page.locator('#nav-data').click();
  await page.locator('#collection-skus').click();
  await page.getByText(/^skus：共/).waitFor();
  await keepScreenshot(page, 'console-data-390');
  await close();
});

test('at the console an account is opened, its server entered, and people follow, scan and leave', async () => {
  const { page, close } = await openConsole(laptop);
  await page.locator('#nav-accounts').click();
  await page.locator('#account-name').fill('晋美优品');
  await page.locator('#open-account').click();
  const account = page.locator('.account', { hasText: '晋美优品' });
  await account.waitFor();
  const { accounts } = await door<{ accounts: { appId: string; secret: string }[] }>('wechat/accounts');
  const [{ appId, secret }] = accounts as [{ appId: string; secret: string }];
  const owner = await storefront.as(sellers.owner);
  const bound = await owner.ask('fan.bindOfficialAccount', { shopId: 'jinmei', appId, appSecret: secret });
  if (bound.status === 'bound') await door(`wechat/accounts/${appId}/server`, bound.server);

  const shopper = await storefront.as(ann);
  const { text } = await shopper.ask('fan.makeFollowCode', { shopId: 'jinmei', from: 'orderDone' });
  await page.locator(`#who-${appId}`).selectOption({ label: ann.name });
  await page.locator(`#code-${appId}`).fill(text);
  await page.locator(`#scan-${appId}`).click();
  await page.locator('#account-pushes .row', { hasText: '200 success' }).waitFor();
  await account.getByText('1 人关注').waitFor();
  await keepScreenshot(page, 'console-accounts');
  expect(await shopper.ask('fan.getFollowState', { shopId: 'jinmei' })).toEqual({ state: 'follows' });
  await page.locator('#account-mishap').selectOption({ label: '推送：丢失' });
  await page.locator('#account-switch-on').click();
  await page.locator('#account-switches .row', { hasText: '推送：丢失' }).waitFor();
  await page.locator('#account-switches-reset').click();

  await page.locator(`#who-${appId}`).selectOption({ label: ann.name });
  await page.locator(`#unfollow-${appId}`).click();
  await account.getByText('0 人关注').waitFor();
  await page.locator(`#title-${appId}`).fill('谷雨');
  await page.locator(`#publish-${appId}`).click();
  await account.getByText('1 篇').waitFor();
  await page.locator(`#authorise-${appId}`).click();
  await account.getByText('已授权第三方平台').waitFor();
  await page.locator(`#revoke-${appId}`).click();
  await account.getByText('已授权第三方平台').waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 390, height: 844 });
  await keepScreenshot(page, 'console-accounts-390');
  await close();
});

test('everything is saved as a file, and comes back from it after asking', async () => {
  const { page, close } = await openConsole(laptop);
  await page.locator('#nav-snapshots').click();
  await keepScreenshot(page, 'console-snapshots');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save-snapshot').click()]);
  const skus = storefront.cloudbase.database().collection('skus');
  const before = (await skus.doc('vinegar-8y-1').get()).data;
  await skus.doc('vinegar-8y-1').remove();

  await page.locator('#snapshot-file').setInputFiles(await saved.path());
  await page.locator('#question', { hasText: '不能撤销' }).waitFor();
  await page.locator('#question-yes').click();
  await page.locator('#toast', { hasText: /已恢复 \d+ 个文件/ }).waitFor();
  expect((await skus.doc('vinegar-8y-1').get()).data).toEqual(before);

  await page.locator('#snapshot-file').setInputFiles({ name: 'no.snapshot', mimeType: '', buffer: Buffer.from('no') });
  await page.locator('#question-no').click();
  await page.locator('#question').waitFor({ state: 'hidden' });
  await close();
});

test.each([390, 1280])('no section is wider than a screen of %d px', async (width) => {
  const { page, close } = await openConsole({ width, height: 844, colorScheme: 'light' });
  for (const link of await page.locator('#sections a').all()) {
    await link.click();
    await page.locator('main > section').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await close();
});

async function buy(shopper: Caller): Promise<void> {
  const orderId = 'order-console-1';
  await shopper.ask('order.placeOrder', orderOf(shopper.person, { orderId, skuId: 'vinegar-8y-1', seenTotal: 4790 }));
  await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
}

async function door<Answer>(what: string, body?: unknown): Promise<Answer> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${storefront.emulator.url}/_emulator/${what}`, body === undefined ? {} : post);
  return (await answer.json()) as Answer;
}

async function openConsole(look: Look): Promise<Phone> {
  const phone = await openPhone(browser, look);
  await lendFont(phone.page);
  await phone.page.goto(`${storefront.emulator.url}/_emulator`);
  return phone;
}

/** A bare Linux has no Chinese font, and the console brings none: it takes what a system has. */
async function lendFont(page: Page): Promise<void> {
  await page.route('**/console/style/base.css', async (route) => {
    const own = await (await route.fetch()).text();
    const lent = await Promise.all(['400.css', '700.css'].map((file) => readFile(path.join(fonts, file), 'utf8')));
    const first = ':root { --sans: "Noto Sans SC", sans-serif; }';
    await route.fulfill({ contentType: 'text/css', body: [...lent, own, first].join('\n') });
  });
  await page.route('**/console/style/files/*', async (route) => {
    const file = path.basename(new URL(route.request().url()).pathname);
    await route.fulfill({ contentType: 'font/woff2', body: await readFile(path.join(fonts, 'files', file)) });
  });
}
