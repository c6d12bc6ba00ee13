import type { Browser } from 'playwright-core';
import type { FollowRecord } from '../../cloudfunctions/traffic/follows';
import { paths } from '../../scripts/paths';
import { chinaDay } from '../../shared/kernel/chinaTime';
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
  const shown = { previewDir: paths.h5 };
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

/** Some followed, from here and there. */
async function follow(): Promise<void> {
  const places = ['orderDone', 'orderDone', 'orderDone', 'product', 'product', 'article', 'elsewhere'] as const;
  const at = await storefront.now();
  const records = places.map((place, index): FollowRecord => {
    return {
      ...{ _id: `screens-follow-${index}`, shopId: 'jinmei', at, day: chinaDay(at) },
      place,
      origin: 'friend::',
    };
  });
  await storefront.cloudbase.database().collection('follows').add(records);
}

test('the whole report with people from everywhere, by day, by night and on the narrowest phone', async () => {
  await follow();
  for (const [look, name] of [
    [{ ...usualLook, height: 2_600 }, ''],
    [{ ...usualLook, height: 2_600, colorScheme: 'dark' }, '-dark'],
    [{ ...usualLook, width: 320, height: 2_600 }, '-320'],
  ] as const) {
    const person = await browserDriver(browser, storefront.emulator.url, look);
    await person.actAs(sellers.owner);
    await person.open(report);
    await person.tap('tab-month');
    await person.see('新客后来又买了吗');
    await person.see(monthAgo(await storefront.now()));
    await person.screenshot(`loop-report-whole${name}`);
    await person.close();
  }
});

test('by night: channels, the poster; an empty report', async () => {
  const person = await browserDriver(browser, storefront.emulator.url, { ...usualLook, colorScheme: 'dark' });
  await person.actAs(sellers.owner);
  await person.open('packages/seller/channels/index?shopId=jinmei');
  await person.see('微博置顶');
  await person.screenshot('channels-dark');
  await person.actAs(shoppers[0]);
  await person.open('packages/trade/product/index?productId=vinegar-8y');
  await person.tap('make-poster');
  await person.says('poster', '');
  await person.screenshot('poster-dark');
  await person.actAs(sellers.neighbour);
  await person.open('packages/seller/report/index?shopId=fenhe');
  await person.tap('tab-today');
  await person.see('还没有客人');
  await person.screenshot('loop-report-empty');
  await person.close();
});

/** The first day of a month's report, as its bars name it: `10.24` */
function monthAgo(now: number): string {
  const first = new Date(now + 8 * 3_600_000 - 30 * 86_400_000);
  return `${first.getUTCMonth() + 1}.${first.getUTCDate()}`;
}
