import type { OfficialAccountRecord } from '../../cloudfunctions/fan/officialAccounts';
import { localComponent } from '../../emulator/wechat/officialAccount/OfficialAccounts';
import { type PushFields, signedPush } from '../../emulator/wechat/officialAccount/signedPush';
import { enterPlatform, platformKeys, platformSettings } from '../support/enterPlatform';
import { FaultyProxy } from '../support/FaultyProxy';
import { type OfficialDoor, openOfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let proxy: FaultyProxy;
let storefront: Storefront;
let owner: Caller;
let ann: Caller;
let bob: Caller;
let door: OfficialDoor;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, {
    ...platformSettings,
    WECHAT_API_BASE_URL: proxy.url,
  });
  proxy.target = storefront.emulator.url;
  [owner, ann, bob] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
  ]);
  door = await openOfficialDoor(storefront);
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

const pushUrl = () => `${storefront.emulator.url}/wechat/push`;
const db = () => storefront.cloudbase.database();
const bindingOf = () => owner.ask('fan.getBinding', { shopId });
const record = async () =>
  (await db().collection('officialAccounts').doc(shopId).get()).data[0] as OfficialAccountRecord | undefined;
const act = async (what: string, body: object = {}) => {
  const answer = await fetch(`${storefront.emulator.url}/_emulator/wechat/${what}`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
  });
  expect(answer.status).toBe(200);
};
/** The administrator opens WeChat's page, chooses the account and agrees. Answers what the browser is shown then. */
async function agree(): Promise<string> {
  const { url } = await owner.ask('fan.beginAuthorisation', { shopId });
  const page = await fetch(url);
  expect(await page.text()).toContain(door.account.appId);
  const answer = await fetch(url, { method: 'POST', body: `appId=${door.account.appId}` });
  return answer.text();
}
const push = async (
  fields: PushFields,
  change: { url?: string; now?: number; token?: string; appId?: string } = {},
) => {
  const now = change.now ?? (await storefront.now());
  const server = { ...platformKeys, url: `${pushUrl()}?platform=events`, ...change };
  const { url, body } = signedPush(server, fields, { appId: change.appId ?? localComponent.appId, now });
  return (await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })).status;
};
const seconds = async () => Math.floor((await storefront.now()) / 1000);

test('without a ticket nothing begins; the page then offers to authorise', async () => {
  expect(await bindingOf()).toEqual({ status: 'unbound', offersPlatform: true });
  expect(await owner.call('fan.beginAuthorisation', { shopId })).toMatchObject({ refusal: { code: 'TRY_LATER' } });
  expect(await ann.call('fan.beginAuthorisation', { shopId })).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  await enterPlatform(storefront);
});

test('the administrator agrees at WeChat, and the shop is bound; no secret of the account is known', async () => {
  expect(await agree()).toContain('请回到小程序');
  await until(async () => (await bindingOf()).status === 'bound');
  const { appId, originalId } = door.account;
  const bound = await bindingOf();
  expect(bound).toMatchObject({ status: 'bound', by: 'platform', appId, originalId });
  expect(bound).not.toHaveProperty('server');
  const kept = JSON.stringify([await record(), (await db().collection('platformTokens').get()).data]);
  for (const known of ['refreshtoken@@@', 'ticket@@@', door.account.secret]) expect(kept).not.toContain(known);
});

test('who follows the account is a fan, and has the welcome coupon, by a message in the account’s name', async () => {
  const benefit = { kind: 'welcomeCoupon', templateId: 'jinmei-welcome' } as const;
  await owner.ask('fan.setFollowBenefit', { shopId, benefit, places: [], text: '' });
  // What the owner says of the account does not replace what WeChat told, by which its pushes are known.
  await owner.ask('fan.describeAccount', { shopId, sameEntity: false });
  const { text } = await ann.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await door.scan(ann.person, text);
  await door.settled();
  expect(await ann.ask('fan.getFollowState', { shopId })).toEqual({ state: 'follows' });
  const given = await db().collection('coupons').where({ openId: ann.person.openId, by: 'officialAccount' }).count();
  expect(given.total).toBe(1);
  expect(await door.messages()).toHaveLength(1);
});

test('when its token is over, many who need one ask WeChat once', async () => {
  // Past the ten minutes in which a code is the same, and past the token’s two hours.
  await storefront.advance(3 * 3_600_000);
  await until(async () => (await record())?.status === 'bound');
  const asked = Array.from({ length: 12 }, (_none, index) => ({ who: index % 2 === 0 ? ann : bob, index }));
  // So that several processes are there, and those who ask at once overlap.
  await Promise.all(asked.map(({ who }) => who.ask('fan.getFollowState', { shopId })));
  proxy.pass();
  proxy.latencyMs = 300;
  const codes = await Promise.all(
    asked.map(({ who, index }) => who.call('fan.makeFollowCode', { shopId, from: index < 6 ? 'product' : 'home' })),
  );
  proxy.latencyMs = 0;
  expect(codes.filter(({ ok }) => ok)).toHaveLength(12);
  expect(proxy.calls.filter((each) => each.includes('api_authorizer_token'))).toHaveLength(1);
  expect(proxy.calls.filter((each) => each.includes('api_component_token')).length).toBeLessThanOrEqual(1);
});

test('a forged, stale, foreign or oversized push is refused by name and changes nothing', async () => {
  const before = await record();
  const gone = { AppId: localComponent.appId, InfoType: 'unauthorized', AuthorizerAppid: door.account.appId };
  const told = { ...gone, CreateTime: await seconds() };
  expect(await push(told, { token: 'SomebodyElses' })).toBe(401);
  expect(await push(told, { now: (await storefront.now()) - 600_000 })).toBe(401);
  expect(await push(told, { appId: 'wx0000000000000000' })).toBe(401);
  expect(await push({ ...told, AppId: 'wx0000000000000000' })).toBe(401);
  const megabyte = { method: 'POST', body: `<xml>${'x'.repeat(1_000_000)}</xml>` };
  expect((await fetch(`${pushUrl()}?platform=events`, megabyte)).status).toBe(413);
  expect((await fetch(`${pushUrl()}?platform=events`, { method: 'POST', body: '<xml></xml>' })).status).toBe(401);

  const event = { MsgType: 'event', Event: 'subscribe', EventKey: '', FromUserName: 'oSomebodysomebodysomebodyso' };
  const follows = { ...event, CreateTime: await seconds(), ToUserName: door.account.originalId };
  const url = `${pushUrl()}?app=${door.account.appId}`;
  expect(await push({ ...follows, ToUserName: 'gh_somebodyelse' }, { url })).toBe(401);
  expect(await push(follows, { url: `${pushUrl()}?app=wx1111111111111111` })).toBe(404);
  expect(await push(follows, { url: `${pushUrl()}?shop=${shopId}` })).toBe(404);
  // What begins no authorisation of ours binds nobody.
  const code = { AuthorizationCode: 'made-up', PreAuthCode: 'made-up', AuthorizerAppid: 'wx1111111111111111' };
  expect(await push({ ...told, ...code, InfoType: 'authorized' })).toBe(200);
  expect(await record()).toEqual(before);
});

test('taken back at WeChat it ends: benefit, fans and tokens; the same push again, later, does not end the next', async () => {
  const { appId } = door.account;
  const caught = { AppId: localComponent.appId, InfoType: 'unauthorized', AuthorizerAppid: appId };
  const at = await seconds();
  await act(`accounts/${appId}/revoke`);
  await until(async () => (await bindingOf()).status === 'revoked');
  expect(await bindingOf()).toMatchObject({ status: 'revoked', appId, offersPlatform: true });
  expect(await ann.ask('fan.getFollowState', { shopId })).toEqual({ state: 'noAccount' });
  expect(
    (
      await db()
        .collection('fans')
        .where({ shopId, person: db().command.exists(true) })
        .count()
    ).total,
  ).toBe(0);
  expect(await ann.call('fan.makeFollowCode', { shopId, from: 'product' })).toMatchObject({ ok: false });

  await storefront.advance(60_000);
  await agree();
  await until(async () => (await bindingOf()).status === 'bound');
  expect(await push({ ...caught, CreateTime: at })).toBe(200);
  expect(await bindingOf()).toMatchObject({ status: 'bound', by: 'platform', appId });
});

test('an authorisation that is told twice and late binds once; another account does not push out the one that is bound', async () => {
  const version = (await record())?.version;
  const { pushes } = (await (await fetch(`${storefront.emulator.url}/_emulator/wechat/accounts`)).json()) as {
    pushes: { fields: PushFields }[];
  };
  const told = pushes.filter(({ fields }) => fields.InfoType === 'authorized');
  expect(told).toHaveLength(2);
  for (const { fields } of told) expect(await push(fields)).toBe(200);
  expect((await record())?.version).toBe(version);
  const other = await openOfficialDoor(storefront, { name: '另一个号' });
  const { url } = await owner.ask('fan.beginAuthorisation', { shopId });
  await fetch(url, { method: 'POST', body: `appId=${other.account.appId}`, redirect: 'manual' });
  await until(async () => (await outcomes()).includes('anotherIsBound'));
  expect(await record()).toMatchObject({ version, appId: door.account.appId });
});

async function outcomes(): Promise<string[]> {
  const { lines } = (await (await fetch(`${storefront.emulator.url}/_emulator/log`)).json()) as { lines: unknown[] };
  return [...JSON.stringify(lines).matchAll(/outcome\\*":\\*"(\w+)/g)].map(([, outcome = '']) => outcome);
}
