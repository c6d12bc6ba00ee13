/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const page = 'packages/seller/place/index?shopId=jinmei';

let storefront: Storefront;
let phone: WeappHost;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());
beforeEach(() => {
  phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
});
afterEach(() => expect(phone.complaints).toEqual([]));

test('an owner drags the shop to another street, changes hours and delivery; shoppers find it there, then', async () => {
  await phone.launch(sellers.owner.openId, 'pages/seller/index');
  await phone.tap('tab-more');
  await phone.tap('shop-place');
  await phone.mapArrives('place-map');
  expect(phone.text('save-place')).toBe('没有改动');

  await phone.moveMap('place-map', { longitude: 112.5601, latitude: 37.8681 });
  await phone.type('place-address', '柳巷 12 号');
  await phone.fire('hours-to', 'change', { value: '23:30' });
  await phone.tap('delivery-5000');
  expect(phone.text('place-preview')).toContain('柳巷 12 号');
  expect(phone.text('place-preview')).toContain('08:30–23:30');
  await phone.tap('save-place');
  expect(phone.text()).toContain('已保存');
  expect(phone.text('save-place')).toBe('没有改动');

  const shopper = await storefront.as(shoppers[0]);
  const at = { longitude: 112.5601, latitude: 37.8681 };
  const { shops } = await shopper.ask('shop.findNearbyShops', { at, radius: 50, delivers: true });
  expect(shops).toMatchObject([{ shopId: 'jinmei', metres: 0, hours: '08:30–23:30', address: '柳巷 12 号' }]);
});

test('an address found by name takes the pin along', async () => {
  const found = { name: '迎泽公园', address: '迎泽大街', longitude: 112.5535, latitude: 37.857 };
  phone.answers.chosenLocation = found;
  await phone.launch(sellers.owner.openId, page);
  await phone.tap('search-place');
  expect(await phone.mapArrives('place-map')).toMatchObject({ latitude: found.latitude });
  expect(phone.text('place-preview')).toContain('迎泽公园');
  await phone.tap('save-place');
  const { place } = await (await storefront.as(sellers.owner)).ask('shop.getShopPlace', { shopId: 'jinmei' });
  expect(place).toEqual({ longitude: found.longitude, latitude: found.latitude });
});

test('a clerk sees no way there, and what a clerk sends is refused', async () => {
  await phone.launch(sellers.clerk.openId, 'pages/seller/index');
  await phone.tap('tab-more');
  expect(phone.has('shop-place')).toBe(false);
  const clerk = await storefront.as(sellers.clerk);
  const notAllowed = { ok: false, refusal: { code: 'NOT_ALLOWED' } };
  expect(await clerk.call('shop.getShopPlace', { shopId: 'jinmei' })).toEqual(notAllowed);
  const daily = { from: '00:00', to: '24:00' };
  expect(await clerk.call('shop.saveShopHours', { shopId: 'jinmei', daily, deliveryMetres: 0 })).toEqual(notAllowed);
});

test('hours and delivery are saved twice like once; fee and least worth stay; without delivery none is left', async () => {
  const owner = await storefront.as(sellers.owner);
  const input = { shopId: 'jinmei', daily: { from: '18:00', to: '02:00' }, deliveryMetres: 1_500 };
  for (let time = 0; time < 2; time += 1) await owner.ask('shop.saveShopHours', input);
  const db = storefront.cloudbase.database();
  const stored = async () => (await db.collection('shops').doc('jinmei').get()).data[0];
  expect((await stored()).local).toEqual({ withinMetres: 1_500, fee: 300, from: 3_000 });
  expect(await owner.ask('shop.getShopPlace', { shopId: 'jinmei' })).toMatchObject({ daily: input.daily });
  await owner.ask('shop.saveShopHours', { ...input, deliveryMetres: 0 });
  expect((await stored()).local).toBeUndefined();
});
