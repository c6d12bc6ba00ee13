import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { browserDriver } from './browserDriver';
import { trafficJourney } from './trafficJourney';

const report = 'packages/seller/report/index?shopId=jinmei';

let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5, picturesDir: paths.pictures };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('in a browser, a code at the counter brings a shopper, and the report says so', async () => {
  const driver = await browserDriver(browser, storefront.emulator.url);
  await trafficJourney(driver, storefront);
  await driver.close();
});

test('the whole report with people from everywhere, by day, by night and on the narrowest phone', async () => {
  await comeFromEverywhere();
  for (const [look, name] of [
    [{ ...usualLook, height: 2_600 }, ''],
    [{ ...usualLook, height: 2_600, colorScheme: 'dark' }, '-dark'],
    [{ ...usualLook, width: 320, height: 2_600 }, '-320'],
  ] as const) {
    const person = await browserDriver(browser, storefront.emulator.url, look);
    await person.actAs(sellers.owner);
    await person.open(report);
    await person.tap('tab-month');
    await person.see('每位新客花了多少');
    await person.screenshot(`loop-report-whole${name}`);
    await person.close();
  }
});

test('by night: channels, the poster; an empty report', async () => {
  const person = await browserDriver(browser, storefront.emulator.url, { ...usualLook, colorScheme: 'dark' });
  await person.actAs(sellers.owner);
  await person.open('packages/seller/channels/index?shopId=jinmei');
  await person.tap('tab-archived');
  await person.see('柳巷收银台');
  await person.screenshot('channels-dark');
  await person.actAs(shoppers[0]);
  await person.open('packages/trade/product/index?productId=vinegar-8y');
  await person.tap('make-poster');
  await person.tap('poster-save');
  await person.see('已保存');
  await person.screenshot('poster-dark');
  await person.actAs(sellers.neighbour);
  await person.open('packages/seller/report/index?shopId=fenhe');
  await person.tap('tab-today');
  await person.see('还没有客人');
  await person.screenshot('loop-report-empty');
  await person.close();
});

/** Visits from many sources, and some of them buy. */
async function comeFromEverywhere(): Promise<void> {
  const scenes = [1058, 1058, 1058, 1007, 1007, 1053, 1047, 1035, 1154, 1045, 1089, 1053];
  for (const [index, scene] of scenes.entries()) {
    const person = shoppers[index];
    if (!person) continue;
    const caller = await storefront.as(person);
    const visit = { shopId: 'jinmei', age: 0 } as const;
    await caller.ask('traffic.recordVisits', {
      visits: [
        { ...visit, visitId: `everywhere-${index}-a`, kind: 'open', scene },
        { ...visit, visitId: `everywhere-${index}-b`, kind: 'product', productId: 'vinegar-8y' },
      ],
    });
  }
}
