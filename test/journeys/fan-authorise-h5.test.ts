import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { enterPlatform, platformSettings } from '../support/enterPlatform';
import { openOfficialDoor } from '../support/OfficialDoor';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers } from '../support/world/people';
import { browserDriver } from './browserDriver';

const accountPage = 'packages/seller/account/index?shopId=jinmei';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown, platformSettings), launchChromium()]);
  await enterPlatform(storefront);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('in a browser, the owner has the account authorised, and sees it bound; without a platform nothing of it is offered', async () => {
  const driver = await browserDriver(browser, storefront.emulator.url);
  const door = await openOfficialDoor(storefront);
  await driver.actAs(sellers.owner);
  await driver.open(accountPage);
  await driver.tap('authorise-account');
  await driver.see('请公众号管理员用微信扫码');
  await driver.screenshot('account-authorise');
  await driver.tap('authorise-done');
  await driver.see('还没有收到微信的授权通知');

  // The administrator follows the link of the code that is on the owner's screen.
  const owner = await storefront.as(sellers.owner);
  const { url } = await owner.ask('fan.beginAuthorisation', { shopId: 'jinmei' });
  await fetch(url, { method: 'POST', body: `appId=${door.account.appId}` });
  await door.settled();
  await driver.tap('authorise-done');
  await driver.see('已授权');
  await driver.see('消息和粉丝由微信直接通知');
  await driver.screenshot('account-authorised');
  await driver.close();

  const dark = await browserDriver(browser, storefront.emulator.url, { ...usualLook, colorScheme: 'dark' });
  await dark.actAs(sellers.owner);
  await dark.open(accountPage);
  await dark.see('已授权');
  await dark.screenshot('account-authorised-dark');
  await dark.close();
});
