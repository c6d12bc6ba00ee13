import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers } from '../support/world/people';
import { browserDriver } from './browserDriver';
import { crmJourney } from './crmJourney';
import { restockJourney } from './restockJourney';
import { staffJourney } from './staffJourney';

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

test('in a browser, a shop finds its customers, writes to some, and a shopper sees to what is known of her', async () => {
  const person = await browserDriver(browser, storefront.emulator.url);
  await crmJourney(person, storefront);
  await person.close();
});

test('in a browser, a shopper waits for what is sold out', async () => {
  const person = await browserDriver(browser, storefront.emulator.url);
  await restockJourney(person, storefront);
  await person.close();
});

test('in a browser, somebody joins the shop, is given more say, and goes', async () => {
  const person = await browserDriver(browser, storefront.emulator.url);
  await staffJourney(person, storefront);
  await person.close();
});

test('by night and on the narrowest phone: customers, and a campaign that is written', async () => {
  for (const [look, name] of [
    [{ ...usualLook, width: 430, colorScheme: 'dark' }, 'dark'],
    [{ ...usualLook, width: 360, height: 640 }, '360'],
  ] as const) {
    const person = await browserDriver(browser, storefront.emulator.url, look);
    await person.actAs(sellers.owner);
    await person.open('packages/crm/customers/index?shopId=jinmei');
    await person.see('筛选');
    await person.screenshot(`customers-${name}`);
    await person.open('packages/crm/campaigns/index?shopId=jinmei');
    await person.tap('new-campaign');
    await person.see('发给谁');
    await person.screenshot(`campaign-form-${name}`);
    await person.close();
  }
});
