/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';
import { crmJourney } from './crmJourney';
import { restockJourney } from './restockJourney';
import { staffJourney } from './staffJourney';
import { weappDriver } from './weappDriver';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

test.each([
  ['somebody joins the shop, is given more say, and goes', staffJourney],
  ['a shopper waits for what is sold out', restockJourney],
  ['a shopper allows a message, and a shop writes to those who did', crmJourney],
])('in the mini program, %s', async (_what, journey) => {
  const phones = weappDriver(paths.weapp, storefront.emulator.url);
  await journey(phones, storefront);
  await phones.close();
});

test.each([
  ['reject', '想收到一条通知吗'],
  ['ban', '微信没有打开通知'],
  ['off', '通知关着'],
] as const)('who is asked for a message and allows none (%s) reads why, and can be asked again', async (answer, words) => {
  const [, , , dora] = shoppers;
  const phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  await phone.launch(dora.openId, 'packages/trade/coupons/index?shopId=jinmei');
  phone.answers.subscribe = answer;
  await phone.tap('allow-message');
  expect(phone.text()).toContain(words);

  phone.cloud.mishaps.requestSubscribeMessage = 'offline';
  phone.answers.subscribe = 'accept';
  await phone.tap('allow-message');
  expect(phone.text()).toContain('微信没有打开通知');
  const quotas = storefront.cloudbase.database().collection('messageQuotas');
  expect(await quotas.where({ openId: dora.openId }).count()).toMatchObject({ total: 0 });
  expect(phone.complaints).toEqual([]);
});
