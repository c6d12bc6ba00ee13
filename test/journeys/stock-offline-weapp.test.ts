/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { until } from '../support/until';
import { sellers } from '../support/world/people';

let storefront: Storefront;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  owner = await storefront.as(sellers.owner);
});
afterAll(() => storefront.close());

async function phoneAtStock(storage: Map<string, unknown>, words: string): Promise<WeappHost> {
  const phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url, storage });
  await phone.launch(sellers.clerk.openId, 'pages/seller/index');
  await phone.tap('tab-stock');
  await phone.type('search-words', words);
  await phone.tap('search-go');
  return phone;
}

async function adjust(phone: WeappHost, skuId: string, step: number): Promise<void> {
  await phone.tap(`adjust-${skuId}`);
  await phone.tap(`adjust-by-${step}`);
  await phone.tap('adjust-confirm');
}
const stockOf = async (skuId: string) => (await stockBooks(storefront.cloudbase, skuId)).sku.stock;

test('what is adjusted without signal waits on the phone, over a restart too, and is booked once', async () => {
  const skuId = 'taigu-cake-1';
  const before = await stockOf(skuId);
  const storage = new Map<string, unknown>();
  const phone = await phoneAtStock(storage, '太谷饼');
  phone.cloud.mishaps.callFunction = 'answerLost';
  await adjust(phone, skuId, 10);
  phone.cloud.mishaps.callFunction = 'offline';
  await adjust(phone, skuId, -1);
  expect(phone.text()).toContain('2 笔改动待同步');
  expect(phone.text()).toContain('待同步 +9');
  expect(await stockOf(skuId)).toBe(before + 10);

  const again = await phoneAtStock(storage, '太谷饼');
  await until(async () => (await stockOf(skuId)) === before + 9);
  await until(() => !again.text().includes('待同步'));
  const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
  expect(adjusted).toBe(sku.stock);
  expect([...phone.complaints, ...again.complaints]).toEqual([]);
});

test('what the shop refuses waits for a decision, and the rest can still go', async () => {
  const skuId = 'vinegar-8y-4';
  const phone = await phoneAtStock(new Map(), '八年');
  phone.cloud.mishaps.callFunction = 'offline';
  for (let times = 0; times < 5; times += 1) await adjust(phone, skuId, -1);
  const stock = await stockOf(skuId);
  await owner.ask('shop.adjustStock', {
    ...{ shopId: 'jinmei', moveId: 'meanwhile', skuId, delta: 4 - stock, reason: 'damage' },
  });
  phone.cloud.mishaps.callFunction = 'none';
  await phone.tap('stock-send');
  await until(() => phone.has(`conflict-${skuId}`));
  expect(phone.text(`conflict-${skuId}`)).toContain('库存不足，还剩 0 件');
  expect(await stockOf(skuId)).toBe(0);
  await phone.tap(`settle-${skuId}-drop`);
  await until(() => !phone.has(`conflict-${skuId}`));
  expect(phone.complaints).toEqual([]);
});

test('an adjustment of which nobody knows whether it arrived is taken back, too', async () => {
  const skuId = 'taigu-cake-2';
  const before = await stockOf(skuId);
  const phone = await phoneAtStock(new Map(), '太谷饼');
  phone.cloud.mishaps.callFunction = 'offline';
  await adjust(phone, skuId, 10);
  expect(phone.text()).toContain('先记在手机里');
  await phone.tap('snack-action');
  phone.cloud.mishaps.callFunction = 'none';
  await phone.tap('stock-send');
  await until(() => !phone.text().includes('待同步'));
  expect(await stockOf(skuId)).toBe(before);
});
