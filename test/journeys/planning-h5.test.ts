import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { browserDriver } from './browserDriver';
import { planningJourney } from './planningJourney';

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

test('in a browser, an owner plans for tomorrow, and tomorrow it is so', async () => {
  const person = await browserDriver(browser, storefront.emulator.url, usualLook);
  await planningJourney(person, storefront);
  await person.close();
});

test('by night: banners, the forms that plan, and what could not be sent', async () => {
  const person = await browserDriver(browser, storefront.emulator.url, { ...usualLook, colorScheme: 'dark' });
  await person.actAs(sellers.owner);
  await person.open('packages/seller/front/index?shopId=jinmei');
  await person.says('banner-target-0', '打开：领优惠券');
  await person.screenshot('shop-front-banners-dark');
  await person.open('packages/seller/product/index?shopId=jinmei&productId=pear-yulu');
  await person.tap('shelve-until');
  await person.screenshot('product-form-planned-dark');
  await person.open('packages/crm/campaigns/index?shopId=jinmei');
  await person.tap('new-campaign');
  await person.tap('campaign-when-later');
  await person.screenshot('campaign-form-planned-dark');
  await person.open('pages/seller/index');
  await person.see('条消息没发出');
  await person.screenshot('today-unsent-dark');
  await person.actAs(shoppers[0]);
  await person.open('pages/home/index');
  await person.see('国庆香梨礼');
  await person.screenshot('home-banners-dark');
  await person.close();
});
