import collections from '../../cloudfunctions/collections.json';
import { aliasOf } from '../../cloudfunctions/crm/deletions';
import { personalData } from '../../cloudfunctions/crm/personalData';
import { demoSettings } from '../support/demoSettings';
import { bindShop } from '../support/OfficialDoor';
import { orderOf } from '../support/orderOf';
import { allow } from '../support/plantCrowd';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const names = Object.keys(collections.collections) as (keyof typeof personalData)[];
/** Only whoever works in a shop is in these. */
const ofStaff = ['staffInvitations', 'auditLog'];
let storefront: Storefront;
let owner: Caller;
let ann: Caller;
/** What tells who Ann is. */
let traces: string[];

beforeAll(async () => {
  Object.assign(process.env, demoSettings);
  storefront = await openStorefront();
  [owner, ann] = await Promise.all([storefront.as(sellers.owner), storefront.as(shoppers[0])]);
  const address = {
    addressId: 'rights-home',
    phone: '13912345678',
    region: ['山西省', '太原市', '迎泽区'],
    isDefault: false,
  };
  await ann.ask('order.saveAddress', { ...address, name: '安小然', detail: '只有安然住的院 7 号' } as never);
  traces = [ann.person.openId, ann.person.unionId, '13912345678', '安小然', '只有安然住的院'];
});
afterAll(() => storefront.close());

const db = () => storefront.cloudbase.database();
const everything = async (name: string): Promise<object[]> =>
  (
    await db()
      .collection(name)
      .where({ _id: db().command.exists(true) })
      .limit(1_000)
      .get()
  ).data;
/** Collections in which something tells who Ann is. */
const collectionsTelling = async (): Promise<string[]> => {
  const found = await Promise.all(
    names.map(async (name) => {
      const text = JSON.stringify(await everything(name));
      return traces.some((trace) => text.includes(trace)) ? [name] : [];
    }),
  );
  return found.flat();
};

/** Ann does everything that leaves something of her behind. */
async function live(): Promise<void> {
  await bindShop(storefront, owner, shopId).then(async (door) => {
    const { text } = await ann.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
    await door.scan(ann.person, text);
    await door.settled();
  });
  await ann.ask('order.setCartLine', { skuId: 'vinegar-8y-1', quantity: 1 });
  const order = orderOf(ann.person, { orderId: 'rights-order-1', skuId: 'millet-qinzhou-1', seenTotal: 3_780 });
  await ann.ask('order.placeOrder', { ...order, addressId: 'rights-home' });
  await ann.pay((await ann.ask('order.payOrder', { orderId: 'rights-order-1' })).payment);
  await ann.ask('order.checkPayment', { orderId: 'rights-order-1' });
  await ann.ask('coupon.claimCoupon', { templateId: 'jinmei-welcome', claimId: 'rights-claim' });
  const visit = { visitId: 'rights-visit-1', shopId, kind: 'open', scene: 1007, age: 0 } as const;
  await ann.ask('traffic.recordVisits', { visits: [visit] });
  await ann.ask('content.likeArticle', { articleId: 'vinegar-yard', liked: true });
  await ann.ask('content.commentOn', { articleId: 'vinegar-yard', commentId: 'rights-1', name: '安小然', text: '好' });
  await ann.ask('crm.noteAllowed', { shopId, allowId: 'rights-allow' });
  await waitForCake();
  await storefront.tick('people');
  const plan = { shopId, campaignId: 'rights-campaign', name: '新醋', conditions: {}, startAt: 0, gapDays: 1 };
  await owner.ask('crm.saveCampaign', {
    ...{ ...plan, window: { from: '00:00', to: '23:59' } },
    message: { kind: 'coupon', templateId: 'jinmei-welcome' },
  });
  await owner.ask('crm.startCampaign', { shopId, campaignId: 'rights-campaign' });
  await storefront.tick('people');
}

/** She wants to be told when what is sold out is in again. */
async function waitForCake(): Promise<void> {
  await db().collection('skus').doc('taigu-cake-1').update({ stock: 0, aboveLow: -8 });
  await allow(storefront.emulator.url, ann.person.openId, demoSettings.WECHAT_RESTOCK_TEMPLATE);
  await ann.ask('crm.askRestockNotice', { skuId: 'taigu-cake-1' });
}

test('every collection is in the table, and wherever something tells who Ann is, the table says what becomes of it', async () => {
  expect(Object.keys(personalData).sort()).toEqual([...names].sort());
  await live();
  const telling = await collectionsTelling();
  expect(telling.filter((name) => personalData[name as keyof typeof personalData].is === 'nobodys')).toEqual([]);
  const personal = names.filter((name) => personalData[name].is !== 'nobodys' && !ofStaff.includes(name));
  // Her life left something in each of them, or this test would prove less.
  expect([...telling].sort()).toEqual([...personal].sort());
});

test('her export has everything that the collections have of her, and nothing of others', async () => {
  const found = new Map<string, number>();
  let text = '';
  for (let after: string | undefined = '0|'; after !== undefined; ) {
    const part: { collection: string; records: unknown[]; next?: string | undefined } = await ann.ask(
      'crm.exportMyData',
      { after },
    );
    found.set(part.collection, (found.get(part.collection) ?? 0) + part.records.length);
    text += JSON.stringify(part.records);
    after = part.next;
  }
  expect([...found].filter(([, count]) => count === 0).map(([name]) => name)).toEqual(ofStaff);
  expect([...found.keys()].sort()).toEqual(names.filter((name) => personalData[name].is !== 'nobodys').sort());
  expect(text).toContain('只有安然住的院');
  for (const { openId } of shoppers.slice(1)) expect(text).not.toContain(openId);
});

test('while an order is under way, or one works in a shop, nothing is deleted', async () => {
  expect(await ann.call('crm.deleteMyAccount', {})).toMatchObject({ ok: false, refusal: { code: 'ORDERS_OPEN' } });
  expect(await owner.call('crm.deleteMyAccount', {})).toMatchObject({ ok: false, refusal: { code: 'STILL_STAFF' } });
  expect(await collectionsTelling()).not.toEqual([]);
});

test('deleted, nothing anywhere tells who she was; what must stay adds up as before', async () => {
  const finished = { status: 'completed', due: db().command.remove(), shippingInfo: db().command.remove() };
  await db().collection('orders').where({ openId: ann.person.openId }).update(finished);
  const paid = async () => (await everything('orders')).reduce((sum, order) => sum + paidOf(order), 0);
  const before = [await paid(), (await everything('coupons')).length, (await everything('stockMoves')).length];

  expect(await ann.ask('crm.deleteMyAccount', {})).toEqual({ done: true });
  expect(await collectionsTelling()).toEqual([]);
  expect([await paid(), (await everything('coupons')).length, (await everything('stockMoves')).length]).toEqual(before);
  const kept = await db()
    .collection('orders')
    .where({ openId: aliasOf(ann.person.openId) })
    .get();
  expect(kept.data.length).toBeGreaterThan(0);
  expect(await ann.ask('crm.deleteMyAccount', {})).toEqual({ done: true });
  expect((await ann.ask('order.listOrders', {})).orders).toEqual([]);
});

test('whoever dies in between leaves a note, and the clock ends it', async () => {
  const { openId } = shoppers[1];
  await db().collection('orders').where({ openId }).update({ status: 'completed' });
  await db()
    .collection('deletions')
    .add({ _id: aliasOf(openId), openId, askedAt: 1, due: true });
  await db().collection('addresses').where({ openId }).remove();
  await storefront.tick('people');
  expect(await db().collection('orders').where({ openId }).count()).toMatchObject({ total: 0 });
  expect(await everything('deletions')).not.toContainEqual(expect.objectContaining({ openId }));
});

const paidOf = (order: object): number => (order as { payment?: { amount: number } }).payment?.amount ?? 0;
