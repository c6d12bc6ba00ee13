import { bindShop, type OfficialDoor, openOfficialDoor } from '../support/OfficialDoor';
import { openFanChores } from '../support/openFanChores';
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
});
afterEach(() => wipeFans(storefront));
afterAll(() => storefront.close());

const stateOf = async (caller: Caller) => (await caller.ask('fan.getFollowState', { shopId })).state;
const codeFor = (caller: Caller) => caller.ask('fan.makeFollowCode', { shopId, from: 'product' });
const fans = async () => (await storefront.cloudbase.database().collection('fans').limit(1000).get()).data;

describe('an account of another entity, which knows no unionids', () => {
  let door: OfficialDoor;
  beforeEach(async () => {
    door = await bindShop(storefront, owner, shopId, { sharesOpenPlatform: false });
  });

  test('who just follows is nobody we know; who scans a code of their own is', async () => {
    await door.follow(ann.person);
    await door.settled();
    expect(await stateOf(ann)).toBe('unknown');
    await door.scan(ann.person, (await codeFor(ann)).text);
    await door.settled();
    expect(await stateOf(ann)).toBe('follows');
    expect(await stateOf(bob)).toBe('unknown');
  });

  test('a code brings a new follower, too, and is the same for ten minutes', async () => {
    const [code, again] = [await codeFor(ann), await codeFor(ann)];
    expect(again).toEqual(code);
    await door.scan(ann.person, code.text);
    await door.settled();
    expect(await stateOf(ann)).toBe('follows');
    await storefront.advance(20 * 60_000);
    expect((await codeFor(ann)).text).not.toBe(code.text);
  });

  test('a code counts once: for whoever scans it first, and after a return', async () => {
    const { text } = await codeFor(ann);
    await door.scan(ann.person, text);
    await door.settled();
    await storefront.advance(1_000);
    await door.scan(bob.person, text);
    await door.settled();
    await storefront.advance(1_000);
    await door.unfollow(ann.person);
    await door.settled();
    expect(await stateOf(ann)).toBe('unknown');
    expect(await stateOf(bob)).toBe('unknown');
    await storefront.advance(1_000);
    await door.scan(ann.person, text);
    await door.settled();
    expect(await stateOf(ann)).toBe('follows');
  });

  test('a code of another shop or of somebody else’s campaign links nobody', async () => {
    const neighbour = await storefront.as(sellers.neighbour);
    await bindShop(storefront, neighbour, 'fenhe', { sharesOpenPlatform: false });
    const { text } = await codeFor(ann);
    await door.follow(bob.person);
    await door.settled();
    expect((await ann.ask('fan.makeFollowCode', { shopId: 'fenhe', from: 'product' })).text).not.toBe(text);
    expect(await stateOf(ann)).toBe('unknown');
    expect(await fans()).toHaveLength(1);
  });
});

test('a shop without an account: no code, no state, and its address believes nobody', async () => {
  expect(await stateOf(ann)).toBe('noAccount');
  expect(await ann.call('fan.makeFollowCode', { shopId, from: 'product' })).toEqual({
    ok: false,
    refusal: { code: 'NOT_BOUND' },
  });
  expect(await owner.ask('fan.getBinding', { shopId })).toEqual({ status: 'unbound', offersPlatform: false });
  expect(await owner.call('fan.unbind', { shopId })).toEqual({ ok: false, refusal: { code: 'NOT_BOUND' } });
  for (const shop of [shopId, 'nowhere', '', '../etc', '$gt']) {
    const url = `${storefront.emulator.url}/wechat/push?shop=${encodeURIComponent(shop)}`;
    expect((await fetch(url, { method: 'POST', body: '<xml></xml>' })).status).toBe(404);
    expect((await fetch(`${url}&echostr=1`)).status).toBe(404);
  }
  expect(await fans()).toEqual([]);
});

test('the shop is put on the menu once, and only where there is room and right', async () => {
  const put = () => owner.call('fan.putShopOnMenu', { shopId });
  const refused = (code: string) => ({ ok: false, refusal: { code } });
  expect(await put()).toEqual(refused('NOT_BOUND'));
  const door = await bindShop(storefront, owner, shopId);
  await door.switchOn({ of: 'call', mishap: 'down', call: 'menu/create' });
  expect(await put()).toEqual(refused('TRY_LATER'));
  await door.switchOn({ of: 'call', mishap: 'unauthorized', call: 'menu/get' });
  expect(await put()).toEqual(refused('NO_RIGHT'));
  expect(await put()).toEqual({ ok: true, value: { entry: 'made' } });
  expect(await put()).toEqual({ ok: true, value: { entry: 'there' } });
});

test('wrong credentials bind nothing; another account must be unbound first; a new secret keeps the server', async () => {
  const door = await openOfficialDoor(storefront);
  const { appId, secret: appSecret } = door.account;
  const wrong = { shopId, appId, appSecret: '0'.repeat(32) };
  const refused = { ok: false, refusal: { code: 'CREDENTIALS_REFUSED' } };
  expect(await owner.call('fan.bindOfficialAccount', wrong)).toEqual(refused);
  expect(await owner.call('fan.bindOfficialAccount', { ...wrong, appId: 'wx0000000000000000' })).toEqual(refused);
  expect(await owner.ask('fan.getBinding', { shopId })).toEqual({ status: 'unbound', offersPlatform: false });

  const bound = await owner.ask('fan.bindOfficialAccount', { shopId, appId, appSecret });
  const renewed = { shopId, appId, appSecret: await door.changeSecret() };
  expect(await owner.ask('fan.bindOfficialAccount', renewed)).toEqual(bound);
  const other = await openOfficialDoor(storefront);
  const another = { shopId, appId: other.account.appId, appSecret: other.account.secret };
  const taken = { ok: false, refusal: { code: 'ANOTHER_IS_BOUND', appId } };
  expect(await owner.call('fan.bindOfficialAccount', another)).toEqual(taken);
  await owner.ask('fan.unbind', { shopId });
  expect(await owner.ask('fan.bindOfficialAccount', another)).toMatchObject({ status: 'bound' });
});

test.each(['down', 'busy', 'quota'] as const)('WeChat is %s: binding and codes are for later', async (mishap) => {
  const door = await openOfficialDoor(storefront);
  const { appId, secret: appSecret } = door.account;
  const later = { ok: false, refusal: { code: 'TRY_LATER' } };
  await door.switchOn({ of: 'call', mishap });
  expect(await owner.call('fan.bindOfficialAccount', { shopId, appId, appSecret })).toEqual(later);
  await owner.ask('fan.bindOfficialAccount', { shopId, appId, appSecret });
  await door.switchOn({ of: 'call', mishap, call: 'qrcode/create' });
  expect(await ann.call('fan.makeFollowCode', { shopId, from: 'product' })).toEqual(later);
  expect((await codeFor(ann)).text).toMatch(/^http:\/\/weixin\.qq\.com\/q\//);
});

test.each([
  'down',
  'busy',
  'quota',
] as const)('WeChat is %s when somebody follows: known today, linked later', async (mishap) => {
  const door = await bindShop(storefront, owner, shopId);
  await door.switchOn({ of: 'call', mishap, call: 'user/info/batchget' });
  await door.follow(ann.person);
  expect(await door.settled()).toMatchObject([{ answers: [{ status: 200, body: 'success' }] }]);
  expect(await fans()).toMatchObject([{ follows: true, person: { unionIdPending: true } }]);
  expect(await stateOf(ann)).toBe('unknown');
  await (await openFanChores(storefront)).syncFollowers();
  expect(await stateOf(ann)).toBe('follows');
});

test('an account without rights is bound and heard; its owner is told, and codes are refused', async () => {
  const door = await bindShop(storefront, owner, shopId, { verified: false });
  expect(await owner.ask('fan.getBinding', { shopId })).toMatchObject({ status: 'bound', trouble: 'noRight' });
  expect(await ann.call('fan.makeFollowCode', { shopId, from: 'product' })).toEqual({
    ok: false,
    refusal: { code: 'NO_RIGHT' },
  });
  await door.follow(ann.person);
  expect(await door.settled()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  expect(await fans()).toMatchObject([{ follows: true }]);
  expect(await stateOf(ann)).toBe('unknown');
  await storefront.tick('upkeep');
  expect(await fans()).toMatchObject([{ follows: true }]);
});
