import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { readerJourney, writerJourney } from './articleJourney';
import { browserDriver } from './browserDriver';
import type { Driver } from './Driver';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test.each([
  ['a reader finds, buys, likes and asks', readerJourney],
  ['a manager writes and publishes', writerJourney],
])('in a browser, %s', async (_what, journey) => {
  const driver = await browserDriver(browser, storefront.emulator.url);
  await journey(driver);
  await driver.close();
});

test.each([
  ['dark', { ...usualLook, colorScheme: 'dark' }],
  ['320', { ...usualLook, width: 320, height: 568 }],
] as const)('articles come up whole, %s', async (name, look) => {
  const driver = await browserDriver(browser, storefront.emulator.url, look);
  await driver.actAs(shoppers[0]);
  await visit(driver, 'pages/feed/index', '六点半的府东街', `feed-${name}`);
  await visit(driver, 'packages/content/article/index?articleId=vinegar-yard', '夏伏晒', `article-${name}`);
  await driver.actAs(sellers.manager);
  await visit(driver, 'packages/seller/articles/index?shopId=jinmei', '平遥牛肉', `seller-articles-${name}`);
  await driver.tap('paste-link');
  await driver.see('粘贴公众号文章');
  await driver.screenshot(`article-import-${name}`);
  await visit(
    driver,
    'packages/seller/article/index?shopId=jinmei&articleId=vinegar-yard',
    '讲的是',
    `article-editor-${name}`,
  );
  await driver.close();
});

test('a whole article, with its quotation, list, comments and the shop’s answer', async () => {
  const driver = await browserDriver(browser, storefront.emulator.url, { ...usualLook, height: 3_000 });
  await driver.actAs(shoppers[0]);
  await visit(driver, 'packages/content/article/index?articleId=vinegar-yard', '店家回复', 'article-whole');
  await visit(driver, 'packages/trade/product/index?productId=vinegar-8y', '讲到它的文章', 'product-articles');
  await driver.close();
});

async function visit(driver: Driver, page: string, words: string, name: string): Promise<void> {
  await driver.open(page);
  await driver.see(words);
  await driver.screenshot(name);
}
