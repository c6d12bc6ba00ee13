import type { CampaignRecord } from '../../cloudfunctions/crm/campaigns';
import type { QuotaRecord } from '../../cloudfunctions/crm/quotas';
import type { SendRecord } from '../../cloudfunctions/crm/sends';
import type { SentMessage } from '../../emulator/wechat/messages/MessageRecords';
import type { Input } from '../../shared/contract';
import { bindShop } from '../support/OfficialDoor';
import { orderOf } from '../support/orderOf';
import { allow, crowdOpenId, crowdTemplate, plantCrowd } from '../support/plantCrowd';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { wipeFans } from '../support/wipeFans';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let storefront: Storefront;
let owner: Caller;
let ann: Caller;
let bob: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, ann, bob] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
  ]);
  await storefront.tick('people');
});
afterEach(async () => {
  const gone = ['campaigns', 'sends', 'messageQuotas'].map((name) => db().collection(name).where(anything()).remove());
  await Promise.all(gone);
  const { remove } = db().command;
  await db().collection('customers').where(anything()).update({ messagedAt: remove(), messagedFor: remove() });
});
afterAll(() => storefront.close());

const db = () => storefront.cloudbase.database();
const anything = () => ({ _id: db().command.exists(true) });
const all = async <Stored>(name: string): Promise<Stored[]> =>
  (await db().collection(name).limit(1_000).get()).data as Stored[];
const campaignOf = async (campaignId: string): Promise<CampaignRecord> =>
  (await db().collection('campaigns').doc(campaignId).get()).data[0];
const messages = async (): Promise<SentMessage[]> => {
  const response = await fetch(`${storefront.emulator.url}/_emulator/wechat/messages`);
  return ((await response.json()) as { messages: SentMessage[] }).messages;
};
const plan = (more: Partial<Input<'crm.saveCampaign'>> = {}): Input<'crm.saveCampaign'> => ({
  ...{ shopId, campaignId: 'campaign-01', name: '新醋上市', conditions: {}, startAt: 0, gapDays: 7 },
  window: { from: '00:00', to: '23:59' },
  message: { kind: 'subscribe', title: '八年陈醋到店', tip: '买二送一，售完为止' },
  ...more,
});
const send = async (more: Partial<Input<'crm.saveCampaign'>> = {}) => {
  const { campaignId } = await owner.ask('crm.saveCampaign', plan(more));
  await owner.ask('crm.startCampaign', { shopId, campaignId });
  await storefront.tick('people');
  return campaignOf(campaignId);
};
/** The shopper allows one message, in WeChat and to us. */
const allows = async (caller: Caller, allowId: string) => {
  await allow(storefront.emulator.url, caller.person.openId);
  return caller.ask('crm.noteAllowed', { shopId, allowId });
};
const refused = (refusal: object) => ({ ok: false, refusal });

test('who allowed one message gets one, what it leads to is counted, and the next campaign waits its days', async () => {
  const before = (await messages()).length;
  await allows(ann, 'allowance-1');
  await allows(ann, 'allowance-2');
  const campaign = await send();
  expect(campaign).toMatchObject({ status: 'done', tally: { sent: 1, failed: {}, leftOut: { noneAllowed: 19 } } });
  const [message] = await messages();
  expect(await messages()).toHaveLength(before + 1);
  expect(message).toMatchObject({ openId: ann.person.openId, templateId: crowdTemplate });
  expect(message?.keywords).toMatchObject({ thing2: { value: '八年陈醋到店' } });
  expect(message?.page).toBe('packages/nearby/shop/index?shopId=jinmei&c=campaign-01');

  const visit = { visitId: 'crm-visit-1', shopId, kind: 'open', scene: 1014, channel: 'campaign-01', age: 0 } as const;
  await ann.ask('traffic.recordVisits', { visits: [visit] });
  const orderId = 'crm-campaign-1';
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId: 'millet-qinzhou-1', seenTotal: 3_780 }));
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
  expect(await owner.ask('crm.getCampaign', { shopId, campaignId: 'campaign-01' })).toMatchObject({
    ...{ sent: 1, opened: 1, orders: 1, paid: 3_780 },
  });

  const second = await send({ campaignId: 'campaign-02' });
  expect(second.tally).toMatchObject({ sent: 0, leftOut: { tooSoon: 1, noneAllowed: 19 } });
  await storefront.advance(7 * 86_400_000);
  expect((await send({ campaignId: 'campaign-03' })).tally.sent).toBe(1);
});

test('a preview says who would be reached, and of the others why not', async () => {
  await allows(ann, 'allowance-3');
  await bob.ask('crm.setMessagePreferences', { shopId, muted: true });
  const { message, gapDays } = plan();
  const preview = await owner.ask('crm.previewCampaign', { shopId, conditions: {}, message, gapDays });
  expect(preview).toMatchObject({ count: 20, exact: true, looked: 20, reached: 1 });
  expect(preview.leftOut).toEqual({ muted: 1, noneAllowed: 18 });
  expect(preview.people).toHaveLength(10);
  const fans = await owner.ask('crm.previewCampaign', { shopId, conditions: { follows: true }, message, gapDays });
  expect(fans).toMatchObject({ count: 0, reached: 0, people: [] });
  await bob.ask('crm.setMessagePreferences', { shopId, muted: false });
});

test('whoever wants none gets none, also when they say so after it was planned', async () => {
  await allows(ann, 'allowance-4');
  await allows(bob, 'allowance-5');
  await bob.ask('crm.setMessagePreferences', { shopId, muted: true });
  expect(await bob.ask('crm.getMessagePreferences', { shopId })).toMatchObject({ muted: true });
  const campaign = await send();
  expect(campaign.tally).toMatchObject({ sent: 1, leftOut: { muted: 1 } });
  expect((await all<SendRecord>('sends')).map(({ openId }) => openId)).toEqual([ann.person.openId]);
  await bob.ask('crm.setMessagePreferences', { shopId, muted: false });
});

test('what a phone says too often WeChat refuses (43101), and we know it then', async () => {
  const forger = await storefront.as(shoppers[3]);
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    await forger.ask('crm.noteAllowed', { shopId, allowId: `forged-0${number}` });
  }
  expect(await forger.ask('crm.noteAllowed', { shopId, allowId: 'forged-01' })).toEqual({ allowed: 5 });
  const campaign = await send();
  expect(campaign.tally).toMatchObject({ sent: 0, failed: { refused: 1 } });
  expect((await all<QuotaRecord>('messageQuotas')).map(({ left }) => left)).toEqual([0]);
});

test('two campaigns at once take one allowance once, and nobody’s is ever below zero', async () => {
  await allows(ann, 'allowance-6');
  for (const campaignId of ['parallel-01', 'parallel-02', 'parallel-03']) {
    await owner.ask('crm.saveCampaign', plan({ campaignId }));
    await owner.ask('crm.startCampaign', { shopId, campaignId });
  }
  const before = (await messages()).length;
  await Promise.all([storefront.tick('people'), storefront.tick('people'), storefront.tick('people')]);
  await storefront.advance(91_000);
  await storefront.tick('people');
  expect((await messages()).length - before).toBe(1);
  expect((await all<QuotaRecord>('messageQuotas')).every(({ left }) => left === 0)).toBe(true);
  const campaigns = await all<CampaignRecord>('campaigns');
  expect(campaigns.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  expect(campaigns.reduce((sum, { tally }) => sum + tally.sent, 0)).toBe(1);
});

test('it sends inside its window only, and not before its time; what is stopped is stopped, and may go on', async () => {
  await allows(ann, 'allowance-7');
  const now = await storefront.now();
  const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
  const [from, to] = [clock(now + 3_600_000), clock(now + 7_200_000)];
  const window = from < to ? { from, to } : { from: '00:00', to: '00:01' };
  expect(await send({ window })).toMatchObject({ status: 'sending', tally: { looked: 0 } });
  expect(await owner.ask('crm.stopCampaign', { shopId, campaignId: 'campaign-01' })).toMatchObject({
    status: 'stopped',
  });
  await storefront.advance(86_400_000);
  await storefront.tick('people');
  expect(await campaignOf('campaign-01')).toMatchObject({ status: 'stopped', tally: { looked: 0 } });
  expect(await owner.call('crm.saveCampaign', plan())).toEqual(refused({ code: 'HAS_BEGUN' }));
  await owner.ask('crm.startCampaign', { shopId, campaignId: 'campaign-01' });
  await storefront.tick('people');
  const { dueAt = 0, status } = await campaignOf('campaign-01');
  if (status === 'sending') await storefront.advance(dueAt - (await storefront.now()));
  await storefront.tick('people');
  expect(await campaignOf('campaign-01')).toMatchObject({ status: 'done', tally: { sent: 1 } });
  expect(await owner.call('crm.stopCampaign', { shopId, campaignId: 'campaign-01' })).toEqual(
    refused({ code: 'IS_OVER' }),
  );
});

test('a coupon goes to everybody once, as long as there are some; an account’s text to who follows and was there lately', async () => {
  const coupon = await send({ message: { kind: 'coupon', templateId: 'jinmei-welcome' } });
  expect(coupon.tally).toMatchObject({ sent: 20, failed: {}, leftOut: {} });
  const given = await db().collection('coupons').where({ by: 'campaign' }).get();
  expect(new Set(given.data.map(({ openId }: { openId: string }) => openId)).size).toBe(20);

  expect(await owner.call('crm.saveCampaign', plan({ message: { kind: 'account', text: '新醋' } }))).toEqual(
    refused({ code: 'NOT_FOUND', what: 'account' }),
  );
  const door = await bindShop(storefront, owner, shopId, { sharesOpenPlatform: false });
  const { text } = await ann.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await door.scan(ann.person, text);
  await door.settled();
  await storefront.tick('people');
  await storefront.advance(8 * 86_400_000);
  const account = { kind: 'account', text: '八年陈醋到店' } as const;
  const late = await send({ campaignId: 'campaign-04', message: account });
  expect(late.tally).toMatchObject({ sent: 0, failed: { notReachable: 1 }, leftOut: { notFollowing: 19 } });
  await wipeFans(storefront);
});

test('what a shop may not say is refused by its field, and a clerk sends nothing', async () => {
  const message = { kind: 'subscribe', title: '关注就领 10 元', tip: '到店' } as const;
  expect(await owner.call('crm.saveCampaign', plan({ message }))).toMatchObject(
    refused({ code: 'INDUCEMENT', field: 'message.title' }),
  );
  const clerk = await storefront.as(sellers.clerk);
  expect(await clerk.call('crm.startCampaign', { shopId, campaignId: 'campaign-01' })).toEqual(
    refused({ code: 'NOT_ALLOWED' }),
  );
  const neighbour = await storefront.as(sellers.neighbour);
  await owner.ask('crm.saveCampaign', plan());
  expect(await neighbour.call('crm.startCampaign', { shopId: 'fenhe', campaignId: 'campaign-01' })).toEqual(
    refused({ code: 'NOT_FOUND', what: 'campaign' }),
  );
});

test('of 300 customers, those whom WeChat refuses are told apart, and counted each once', async () => {
  const odd = (number: number) => number % 3;
  await plantCrowd(storefront.emulator.url, shopId, 300, (number) => ({
    here: odd(number) === 0 ? 0 : 1,
    atWeChat: odd(number) === 1 ? 1 : 0,
  }));
  const campaign = await send();
  expect(campaign.tally).toMatchObject({
    ...{ looked: 320, sent: 100, failed: { refused: 100 }, leftOut: { noneAllowed: 120 } },
  });
  expect(await db().collection('sends').where({ state: 'sent' }).count()).toMatchObject({ total: 100 });
  const openIds = (await messages()).filter(({ openId }) => openId.startsWith('crowd')).map(({ openId }) => openId);
  expect(new Set(openIds).size).toBe(openIds.length);
  expect(openIds).toContain(crowdOpenId(1));
});
