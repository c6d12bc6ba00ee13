import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { launchChromium } from '../support/browser/launchChromium';
import { type Look, openPhone } from '../support/browser/Phone';
import { orderOf } from '../support/orderOf';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { browserDriver } from './browserDriver';
import type { Driver } from './Driver';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
  const ann = await storefront.as(shoppers[0]);
  const order = { orderId: 'seller-screens-1', skuId: 'taigu-cake-1', seenTotal: 1_990 + 800 };
  await ann.ask('order.placeOrder', orderOf(ann.person, order));
  const { payment } = await ann.ask('order.payOrder', { orderId: order.orderId });
  await ann.pay(payment);
  await ann.ask('order.checkPayment', { orderId: order.orderId });
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

const small: Look = { width: 360, height: 720, colorScheme: 'light' };
const wideDark: Look = { width: 430, height: 932, colorScheme: 'dark' };

test.each([
  ['360', small],
  ['430-dark', wideDark],
])('the seller’s pages come up whole at %s', async (name, look) => {
  const seller = await browserDriver(browser, storefront.emulator.url, look);
  await seller.actAs(sellers.owner);
  await visit(seller, 'pages/seller/index', '今天到现在', `desk-today-${name}`);
  await seller.tap('tab-more');
  await seller.see('优惠券');
  await seller.screenshot(`desk-more-${name}`);
  await seller.tap('tab-stock');
  await seller.see('调整');
  await seller.screenshot(`desk-stock-${name}`);
  await seller.tap('stock-bulk');
  await seller.tap('bulk-all');
  await seller.screenshot(`desk-bulk-${name}`);
  await seller.tap('bulk-next');
  await seller.type('bulk-number', '5');
  await seller.screenshot(`bulk-sheet-${name}`);
  await visit(seller, 'packages/seller/sales/index?shopId=jinmei', '每样商品', `sales-${name}`);
  await seller.tap('tab-month');
  await seller.tap('sales-table');
  await seller.tap('tab-idle');
  await seller.see('按售价压着');
  await seller.screenshot(`sales-idle-${name}`);
  await visit(seller, 'packages/seller/count/index?shopId=jinmei', '应有', `count-${name}`);
  await visit(seller, 'packages/seller/goods/index?shopId=jinmei', '已售', `goods-${name}`);
  const pear = 'packages/seller/product/index?shopId=jinmei&productId=pear-yulu';
  await visit(seller, pear, '商品故事', `product-form-${name}`);
  await seller.tap('sku-row-0');
  await seller.see('库存预警');
  await seller.screenshot(`sku-form-${name}`);
  await seller.close();
});

test('the form of a product, whole', async () => {
  const seller = await browserDriver(browser, storefront.emulator.url, { ...small, height: 1_900 });
  await seller.actAs(sellers.owner);
  const pear = 'packages/seller/product/index?shopId=jinmei&productId=pear-yulu';
  await visit(seller, pear, '商品故事', 'product-form-whole');
  await seller.close();
});

test('a sheet with mistakes is told row by row; one without is imported', async () => {
  const owner = await storefront.as(sellers.owner);
  const phone = await openPhone(browser, small);
  const { page } = phone;
  const { url } = storefront.emulator;
  await page.request.post(`${url}/_emulator/actAs`, { data: { openId: sellers.owner.openId } });
  await page.goto(`${url}/#/packages/seller/sheet/index?shopId=jinmei`);
  const choose = async (text: string) => {
    const choosing = page.waitForEvent('filechooser');
    await page.locator('#choose-sheet').tap();
    await (await choosing).setFiles({ name: '商品.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  };
  const downloading = page.waitForEvent('download');
  await page.locator('#export-go').tap();
  expect((await downloading).suggestedFilename()).toBe('商品.csv');

  await choose('商品名称,分类,价格,颜色\n新梨,水果,30,黄\n好枣,没有,=A1,红\n');
  await page.getByText('第 3 行 价格').waitFor();
  await keepScreenshot(page, 'goods-sheet-360');
  await choose('商品名称,分类,价格\n');
  await page.getByText('文件里没有商品').waitFor();
  const [{ name: category } = { name: '' }] = (await owner.ask('shop.getShopHome', { shopId: 'jinmei' })).categories;
  await choose(`商品名称,分类,价格\n新梨,${category},30\n`);
  await page.locator('#import-go').tap();
  await page.locator('#import-done').waitFor();
  await phone.close();
});

async function visit(driver: Driver, page: string, words: string, name: string): Promise<void> {
  await driver.open(page);
  await driver.see(words);
  await driver.screenshot(name);
}
