import { FaultyProxy } from '../support/FaultyProxy';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let proxy: FaultyProxy;
let storefront: Storefront;
let ann: Caller;
let manager: Caller;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }),
  });
  proxy.target = storefront.emulator.url;
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

const shopId = 'jinmei';
async function today() {
  const { needs, figures } = await manager.ask('shop.getToday', { shopId });
  if (!figures) throw new Error('who runs the shop sees its figures');
  return { needs, ...figures };
}
const collection = (name: string) => storefront.cloudbase.database().collection(name);

async function buy(orderId: string): Promise<void> {
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId: 'taigu-cake-1', seenTotal: 1_990 + 800 }));
  const { payment } = await ann.ask('order.payOrder', { orderId });
  await ann.pay(payment);
  await ann.ask('order.checkPayment', { orderId });
}

test('what needs the shop is counted as its lists show it', async () => {
  const before = await today();
  await buy('today-order-1');
  await buy('today-order-2');
  const lines = [{ skuId: 'taigu-cake-1', quantity: 1 }];
  await ann.ask('order.requestAfterSale', {
    ...{
      orderId: 'today-order-2',
      caseId: 'case-today-1',
      kind: 'refundOnly',
      reason: 'noLongerWanted',
      text: '',
      pictures: [],
    },
    lines,
  });
  const after = await today();
  expect(after.needs.ship).toBe(before.needs.ship + 1);
  expect(after.needs.answer).toBe(before.needs.answer + 1);
  expect(after.today.orders).toBe(before.today.orders + 2);
  expect(after.today.paid).toBe(before.today.paid + 2 * 2_790);
  const { lowCount } = await manager.ask('shop.listStock', { shopId });
  expect(after.needs.low).toBe(lowCount);
});

test('other days count up to the same time: a day later, today was yesterday', async () => {
  const { today: now } = await today();
  await storefront.advance(86_400_000);
  const tomorrow = await today();
  expect(tomorrow.yesterday).toEqual(now);
  expect(tomorrow.today).toEqual({ orders: 0, paid: 0, visitors: 0 });
  await storefront.advance(6 * 86_400_000);
  expect((await today()).lastWeek).toEqual(now);
});

test('a refund that is stuck, and a comment that waits, are told', async () => {
  const { needs } = await today();
  const refund = { refundId: 'r1', amount: 1, reason: '', state: 'abnormal', startedAt: 0 };
  await collection('orders')
    .doc('today-order-2')
    .update({ refunds: [refund] });
  await collection('comments').add({ _id: 'today-comment', shopId, articleId: 'a', state: 'waiting', at: 1 });
  const after = (await today()).needs;
  expect(after.stuckRefunds).toBe(needs.stuckRefunds + 1);
  expect(after.comments).toBe(needs.comments + 1);
});

test('messages that could not be sent are told for a week, with why, and which campaign', async () => {
  const unsent = async () => (await manager.ask('shop.getToday', { shopId })).unsent;
  expect(await unsent()).toEqual({ campaigns: [], restock: {}, welcome: {} });
  const forger = await storefront.as(shoppers[3]);
  await forger.ask('crm.noteAllowed', { shopId, allowId: 'today-forged' });
  await storefront.tick('people');
  const campaignId = 'today-campaign';
  await manager.ask('crm.saveCampaign', {
    ...{ shopId, campaignId, name: '新醋上市', conditions: {}, startAt: 0, gapDays: 7 },
    ...{ window: { from: '00:00', to: '23:59' }, message: { kind: 'subscribe', title: '八年陈醋', tip: '到店' } },
  });
  await manager.ask('crm.startCampaign', { shopId, campaignId });

  const skuId = 'taigu-cake-2';
  await collection('skus').doc(skuId).update({ stock: 0 });
  await ann.ask('crm.askRestockNotice', { skuId });
  await manager.ask('shop.adjustStock', { shopId, moveId: 'today-restock', skuId, delta: 5, reason: 'restock' });
  await storefront.advance(10 * 60_000);
  await storefront.tick('people');
  const welcome = { _id: 'today-welcome', fanId: 'nobody', shopId: 'jinmei', templateId: 'jinmei-welcome' };
  await collection('welcomes').add({ ...welcome, due: 1, giveUpAt: 2 });
  await storefront.tick('timers');

  const told = {
    campaigns: [{ campaignId, name: '新醋上市', failed: { refused: 1 } }],
    ...{ restock: { refused: 1 }, welcome: { noAccount: 1 } },
  };
  expect(await unsent()).toEqual(told);
  await storefront.tick('people');
  await storefront.tick('timers');
  expect(await unsent()).toEqual(told);
  await storefront.advance(7 * 86_400_000);
  expect(await unsent()).toEqual({ campaigns: [], restock: {}, welcome: {} });
});

test('a clerk sees what is to do, and no figures', async () => {
  const clerk = await storefront.as(sellers.clerk);
  expect(Object.keys(await clerk.ask('shop.getToday', { shopId }))).toEqual(['needs', 'unsent']);
});

test('it waits twice: for the role, and for all counts at once', async () => {
  await today();
  proxy.latencyMs = 40;
  proxy.pass();
  await today();
  proxy.latencyMs = 0;
  expect(proxy.waits).toBe(2);
});
