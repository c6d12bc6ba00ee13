/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { shoppers } from '../support/world/people';
import { trafficJourney } from './trafficJourney';
import { weappDriver } from './weappDriver';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

test('in the mini program, a code at the counter brings a shopper, and the report says so', async () => {
  const driver = weappDriver(paths.weapp, storefront.emulator.url);
  await trafficJourney(driver, storefront);
  await driver.close();
});

test('a code that is none says so and leads home; a poster without an album says how to get one', async () => {
  const phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  await phone.launch(shoppers[0].openId, 'pages/landing/index?scene=nothing-01', 1047);
  expect(phone.text()).toContain('这个码没有内容');
  await phone.tap('blank-action');
  expect(phone.routes).toEqual(['pages/home/index']);

  await phone.launch(shoppers[0].openId, 'packages/trade/product/index?productId=vinegar-8y', 1007);
  phone.answers.album = 'denied';
  await phone.tap('make-poster');
  expect(phone.painted).toContain('八年手工老陈醋');
  await phone.tap('poster-save');
  expect(phone.text('poster-forbidden')).toContain('还没有允许保存到相册');
  await phone.tap('poster-settings');
  phone.answers.album = 'allowed';
  await phone.tap('poster-save');
  expect(phone.has('poster-forbidden')).toBe(false);
  expect(phone.complaints).toEqual([]);
});

test('WeChat out of codes, or no signal: the poster says which, and can be tried again', async () => {
  const phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  await phone.launch(shoppers[0].openId, 'packages/trade/product/index?productId=tounao', 1007);
  phone.cloud.mishaps.callFunction = 'offline';
  await phone.tap('make-poster');
  await until(() => phone.text().includes('网络开小差了'));
  phone.cloud.mishaps.callFunction = 'none';
  const fail = { method: 'POST', body: JSON.stringify({ errcodes: [45009] }) };
  await fetch(`${storefront.emulator.url}/_emulator/wechat/entrances`, fail);
  await phone.tap('blank-action');
  expect(phone.text()).toContain('微信今天的次数用完了');
});
