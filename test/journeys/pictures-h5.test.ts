import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { paths } from '../../scripts/paths';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { launchChromium } from '../support/browser/launchChromium';
import { openPhone } from '../support/browser/Phone';
import { orderOf } from '../support/orderOf';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { orderPage, shopOrderPage } from './buy';

const [ann] = shoppers;
const orderId = 'pictures-01';
let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
  const shopper = await storefront.as(ann);
  const order = { orderId, skuId: 'taigu-cake-1', quantity: 1, seenTotal: 1990 + 800 };
  await shopper.ask('order.placeOrder', orderOf(ann, order));
  await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
  await shopper.ask('order.checkPayment', { orderId });
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('a shopper’s pictures of a broken cake are made small, stored, and seen by the shop', async () => {
  const { url } = storefront.emulator;
  const phone = await openPhone(browser);
  const { page } = phone;
  await page.request.post(`${url}/_emulator/actAs`, { data: { openId: ann.openId } });
  await page.goto(`${url}/#/${orderPage(orderId)}`);
  await page.locator('#ask-after-sale').tap();
  const dialog = page.waitForEvent('filechooser');
  await page.locator('#add-pictures').tap();
  await (await dialog).setFiles([await photo('one.jpg', '#a63a28'), await photo('two.jpg', '#c9a25c')]);
  await page.getByText('2 / 6').waitFor();
  await page.locator('#add-pictures').scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'after-sale-pictures');
  await page.locator('#claim-send:visible').tap();
  await page.getByText('待店家处理').waitFor();

  const { cases } = await (await storefront.as(ann)).ask('order.getOrder', { orderId });
  const [first = ''] = cases[0]?.pictures ?? [];
  expect(cases[0]?.pictures).toHaveLength(2);
  const { fileContent } = await storefront.cloudbase.downloadFile({ fileID: first });
  expect(await sharp(fileContent as Buffer).metadata()).toMatchObject({ format: 'jpeg', width: 1_280, height: 960 });

  await page.request.post(`${url}/_emulator/actAs`, { data: { openId: sellers.clerk.openId } });
  await page.goto('about:blank');
  await page.goto(`${url}/#/${shopOrderPage(orderId)}`);
  await page.locator('.case-pictures__one img').nth(1).waitFor();
  await keepScreenshot(page, 'shop-order-pictures');
  await phone.close();
});

/** A photograph as a camera makes it: 2560 × 1920. */
async function photo(name: string, background: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const image = sharp({ create: { width: 2_560, height: 1_920, channels: 3, background } });
  return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() };
}
