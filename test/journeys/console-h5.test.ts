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
  const shown = { previewDir: paths.h5, picturesDir: paths.pictures };
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

test('at the console a developer looks up skus, sees what a call asked of the database, and moves the clock', async () => {
  const { page, close } = await openConsole(laptop);
  await page.locator('#collection-skus').click();
  await page.locator('#query').fill('{ "productId": "vinegar-8y" }');
  await page.locator('#order').fill('{ "_id": 1 }');
  await page.locator('#run-query').click();
  await page.getByText('skus：共 4 份').waitFor();
  await page.locator('#documents summary').first().click();
  await page.locator('#documents pre').first().getByText('"productId"').waitFor();
  await keepScreenshot(page, 'console-data');
  await page.locator('#query').fill('{ productId: 1');
  await page.locator('#run-query').click();
  await page.locator('#query-problem', { hasText: '条件不是合法的 JSON' }).waitFor();

  await page.locator('#nav-calls').click();
  await page.locator('#calls summary', { hasText: 'order.getCart' }).click();
  const inside = page.locator('.inside');
  await inside.getByText('carts getDocument').waitFor();
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

test('by night and on a phone: pay, people, a timer run by hand', async () => {
  const { page, close } = await openConsole({ ...usualLook, colorScheme: 'dark' });
  await page.locator('#nav-pay').click();
  await page.locator('#pay-orders .row', { hasText: 'order-console-1' }).getByText('已支付').waitFor();
  await page.locator('#pay-notices .row', { hasText: 'order-console-1' }).getByText('已送达').waitFor();
  await keepScreenshot(page, 'console-pay-390');
  await page.locator('#nav-people').click();
  await page.locator(`#person-${sellers.clerk.openId}`).click();
  await page.getByText(`正在扮演 ${sellers.clerk.name}`).first().waitFor();
  await keepScreenshot(page, 'console-people-390');
  await page.locator('#nav-timers').click();
  await page.locator('#run-timers').click();
  await page.locator('#timer-result', { hasText: 'closeUnpaidOrders' }).waitFor();
  await keepScreenshot(page, 'console-timers-390');
  await page.locator('#toast').waitFor({ state: 'hidden' });
  await page.locator('#nav-calls').click();
  await page.locator('#calls summary', { hasText: 'order.getCart' }).click();
  await page.locator('.inside').waitFor();
  await keepScreenshot(page, 'console-calls-390');
  await page.locator('#nav-data').click();
  await page.locator('#collection-skus').click();
  await page.getByText(/^skus：共/).waitFor();
  await keepScreenshot(page, 'console-data-390');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await close();
});

async function buy(shopper: Caller): Promise<void> {
  const orderId = 'order-console-1';
  await shopper.ask('order.placeOrder', orderOf(shopper.person, { orderId, skuId: 'vinegar-8y-1', seenTotal: 4790 }));
  await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
}

async function openConsole(look: Look): Promise<Phone> {
  const phone = await openPhone(browser, look);
  await lendFont(phone.page);
  await phone.page.goto(`${storefront.emulator.url}/_emulator`);
  return phone;
}

/** A bare Linux has no Chinese font, and the console brings none: it takes what a system has. */
async function lendFont(page: Page): Promise<void> {
  await page.route('**/_emulator/console.css', async (route) => {
    const own = await (await route.fetch()).text();
    const lent = await Promise.all(['400.css', '700.css'].map((file) => readFile(path.join(fonts, file), 'utf8')));
    const first = ':root { --sans: "Noto Sans SC", sans-serif; }';
    await route.fulfill({ contentType: 'text/css', body: [...lent, own, first].join('\n') });
  });
  await page.route('**/_emulator/files/*', async (route) => {
    const file = path.basename(new URL(route.request().url()).pathname);
    await route.fulfill({ contentType: 'font/woff2', body: await readFile(path.join(fonts, 'files', file)) });
  });
}
