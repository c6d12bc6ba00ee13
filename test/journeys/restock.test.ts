import type { RestockNoticeRecord } from '../../cloudfunctions/crm/restockNotices';
import type { SentMessage } from '../../emulator/wechat/messages/MessageRecords';
import { demoSettings } from '../support/demoSettings';
import { allow } from '../support/plantCrowd';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const minute = 60_000;

let storefront: Storefront;
let clerk: Caller;
let three: Caller[];

beforeAll(async () => {
  storefront = await openStorefront();
  clerk = await storefront.as(sellers.clerk);
  three = await Promise.all(shoppers.slice(0, 3).map((person) => storefront.as(person)));
});
beforeEach(async () => {
  const database = storefront.cloudbase.database();
  await database.collection('restockNotices').where({}).remove();
  await database.collection('skus').doc(skuId).update({ stock: 0, aboveLow: -8 });
});
afterAll(() => storefront.close());

let moves = 0;
const restock = (delta: number) => {
  moves += 1;
  return clerk.ask('shop.adjustStock', { shopId, moveId: `restock-${moves}`, skuId, delta, reason: 'restock' });
};
const wait = async (caller: Caller) => {
  await allow(storefront.emulator.url, caller.person.openId, demoSettings.WECHAT_RESTOCK_TEMPLATE);
  await caller.ask('crm.askRestockNotice', { skuId });
};
const told = async (): Promise<string[]> => {
  const { messages } = (await (await fetch(`${storefront.emulator.url}/_emulator/wechat/messages`)).json()) as {
    messages: SentMessage[];
  };
  return messages
    .filter(({ templateId }) => templateId === demoSettings.WECHAT_RESTOCK_TEMPLATE)
    .map(({ openId }) => openId);
};
const states = async (): Promise<RestockNoticeRecord['state'][]> => {
  const { data } = await storefront.cloudbase.database().collection('restockNotices').get();
  return (data as RestockNoticeRecord[]).map(({ state }) => state);
};

test('who waits is told once, when it is in again, and the shop sees that somebody waits', async () => {
  const [ann, bob] = three as [Caller, Caller];
  expect(await ann.ask('crm.getRestockNotice', { skuId })).toMatchObject({ waiting: false });
  await Promise.all([wait(ann), wait(bob)]);
  await ann.ask('crm.askRestockNotice', { skuId });
  expect(await ann.ask('crm.getRestockNotice', { skuId })).toMatchObject({ waiting: true });
  const { skus } = await clerk.ask('shop.listStock', { shopId, show: 'out' });
  expect(skus.find((sku) => sku.skuId === skuId)).toMatchObject({ waiting: 2 });

  await storefront.tick('people');
  expect(await told()).toEqual([]);
  await restock(5);
  await storefront.advance(10 * minute);
  await Promise.all([storefront.tick('people'), storefront.tick('people')]);
  await storefront.tick('people');
  expect((await told()).sort()).toEqual([ann.person.openId, bob.person.openId].sort());
  expect(await ann.ask('crm.getRestockNotice', { skuId })).toMatchObject({ waiting: false });
  expect(await ann.call('crm.askRestockNotice', { skuId })).toEqual({ ok: false, refusal: { code: 'IN_STOCK' } });
});

test('who allowed nothing in WeChat is not told, and may ask again', async () => {
  const [ann] = three as [Caller];
  const before = (await told()).length;
  await ann.ask('crm.askRestockNotice', { skuId });
  await restock(1);
  await storefront.tick('people');
  expect(await states()).toEqual(['failed']);
  await storefront.cloudbase.database().collection('skus').doc(skuId).update({ stock: 0, aboveLow: -8 });
  await wait(ann);
  await restock(1);
  await storefront.tick('people');
  expect(await states()).toEqual(['sent']);
  expect((await told()).length).toBe(before + 1);
});

test('a process that died while it sent leaves nobody told twice', async () => {
  const [ann] = three as [Caller];
  const before = (await told()).length;
  await wait(ann);
  await storefront.cloudbase
    .database()
    .collection('restockNotices')
    .where({ openId: ann.person.openId })
    .update({ state: 'sending', lookAt: (await storefront.now()) + minute });
  await restock(3);
  await storefront.tick('people');
  expect(await states()).toEqual(['sending']);
  await storefront.advance(2 * minute);
  await storefront.tick('people');
  expect(await states()).toEqual(['failed']);
  expect((await told()).length).toBe(before);
});

test('a SKU that is none is refused', async () => {
  const [ann] = three as [Caller];
  const refusal = { code: 'NOT_FOUND', what: 'sku' };
  expect(await ann.call('crm.askRestockNotice', { skuId: 'nothing-1' })).toEqual({ ok: false, refusal });
  expect(await ann.call('crm.getRestockNotice', { skuId: 'nothing-1' })).toEqual({ ok: false, refusal });
});
