import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type FanChores, openFanChores } from '../support/openFanChores';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { wipeFans } from '../support/wipeFans';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const day = 86_400_000;
let chores: FanChores;
let storefront: Storefront;
let door: OfficialDoor;
let owner: Caller;
let ann: Caller;
let bob: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  chores = await openFanChores(storefront);
  [owner, ann, bob] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
  ]);
});
beforeEach(async () => {
  door = await bindShop(storefront, owner, shopId);
});
afterEach(async () => {
  await door.reset();
  await wipeFans(storefront);
});
afterAll(() => storefront.close());

const walk = () => chores.syncFollowers();

const db = () => storefront.cloudbase.database();
const stateOf = async (caller: Caller) => (await caller.ask('fan.getFollowState', { shopId })).state;
const following = async () => (await db().collection('fans').where({ shopId, follows: true }).count()).total;
const account = async () => (await db().collection('officialAccounts').doc(shopId).get()).data[0];

test('pushes that never came are made up for within a day', async () => {
  await door.switchOn({ of: 'push', mishap: 'drop' });
  await door.follow(ann.person);
  await door.follow(bob.person);
  await door.settled();
  expect([await stateOf(ann), await stateOf(bob)]).toEqual(['unknown', 'follows']);
  await walk();
  expect(await stateOf(ann)).toBe('follows');

  await storefront.advance(day);
  await door.switchOn({ of: 'push', mishap: 'drop' });
  await door.unfollow(bob.person);
  await door.settled();
  expect(await stateOf(bob)).toBe('follows');
  await walk();
  expect([await stateOf(ann), await stateOf(bob)]).toEqual(['follows', 'unknown']);
  const { data } = await db().collection('fans').where({ follows: false }).get();
  expect(data).toHaveLength(1);
  expect(data[0]).not.toHaveProperty('person');
});

test('who came while the walk was under way is not believed gone, and who went not back', async () => {
  await door.follow(ann.person);
  await door.follow(bob.person);
  await door.settled();
  // The walk is behind the place where both would be met, and WeChat tells of nobody any more.
  const [last] = await door.pushes();
  const startedAt = await storefront.now();
  await db()
    .collection('officialAccounts')
    .doc(shopId)
    .update({ sync: { dueAt: 1, startedAt, after: last?.openId } });
  expect(await walk()).toBe(0);
  expect([await stateOf(ann), await stateOf(bob)]).toEqual(['follows', 'follows']);

  // WeChat's list still has somebody of whom we heard that they have left.
  await storefront.advance(day);
  const gone = { follows: false, at: Math.floor((await storefront.now()) / 1000), person: db().command.remove() };
  await db().collection('fans').where({ 'person.unionId': ann.person.unionId }).update(gone);
  await walk();
  expect([await stateOf(ann), await stateOf(bob)]).toEqual(['unknown', 'follows']);
  await storefront.advance(day);
  await walk();
  expect([await stateOf(ann), await stateOf(bob)]).toEqual(['follows', 'follows']);
});

test('20 001 followers: the walk stands where WeChat went away, and goes on there', async () => {
  await door.addStrangers(20_001);
  await door.switchOn({ of: 'call', mishap: 'quota', call: 'user/info/batchget', times: 99 });
  await door.switchOn({ of: 'call', mishap: 'down', call: 'user/get', skip: 1 });
  expect(await walk()).toBe(10_000);
  expect(await following()).toBe(10_000);
  expect(await account()).toMatchObject({ trouble: 'away', sync: { after: expect.any(String) } });
  expect(await walk()).toBe(10_001);
  expect(await following()).toBe(20_001);
  expect((await account()).sync).toEqual({ dueAt: expect.any(Number) });
  expect(await walk()).toBe(0);
});

test.each([
  ['quota', 6],
  ['unauthorized', 24],
] as const)('after %s the walk is tried again %d hours later, and its owner is told', async (mishap, hours) => {
  await door.follow(ann.person);
  await door.settled();
  await door.switchOn({ of: 'call', mishap, call: 'user/get' });
  await walk();
  const trouble = mishap === 'quota' ? 'quota' : 'noRight';
  expect(await owner.ask('fan.getBinding', { shopId })).toMatchObject({ trouble });
  expect(await stateOf(ann)).toBe('follows');
  await walk();
  expect(await account()).toMatchObject({ trouble });
  await storefront.advance(hours * 3_600_000);
  await walk();
  expect(await account()).not.toHaveProperty('trouble');
});

test('a changed secret is told to the owner; pushes are believed all the same', async () => {
  await door.changeSecret();
  await storefront.advance(2 * 3_600_000);
  await walk();
  expect(await owner.ask('fan.getBinding', { shopId })).toMatchObject({ status: 'bound', trouble: 'credentials' });
  await door.follow(ann.person);
  expect(await door.settled()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  expect(await following()).toBe(1);
});

test('unbound: no benefit at once, nothing personal remains, pushes are not believed; bound again, all are found', async () => {
  await door.follow(ann.person);
  await door.follow(bob.person);
  await door.settled();
  const before = await owner.ask('fan.getBinding', { shopId });
  const revoked = await owner.ask('fan.unbind', { shopId });
  expect(revoked).toMatchObject({ status: 'revoked', appId: door.account.appId });
  expect(await owner.ask('fan.unbind', { shopId })).toEqual(revoked);
  expect(await stateOf(ann)).toBe('noAccount');
  expect(await account()).not.toHaveProperty('sealed');
  const { data } = await db().collection('fans').get();
  expect(data.map((fan) => Object.keys(fan).sort().join())).toEqual(
    Array.from({ length: 2 }, () => '_id,at,customerDue,follows,seenAt,shopId,version'),
  );
  await door.unfollow(bob.person);
  await storefront.advance(60_000);
  expect((await door.pushes())[0]?.state).not.toBe('delivered');

  const { appId, secret: appSecret } = door.account;
  const again = await owner.ask('fan.bindOfficialAccount', { shopId, appId, appSecret });
  expect(again).not.toEqual(before);
  await storefront.advance(60_000);
  await walk();
  expect([await stateOf(ann), await stateOf(bob)]).toEqual(['follows', 'unknown']);
});

test('an unbind that died before it forgot is finished by the clock', async () => {
  await door.follow(ann.person);
  await door.settled();
  const _ = db().command;
  await db()
    .collection('officialAccounts')
    .doc(shopId)
    .update({ status: 'revoked', revokedAt: 1, forgetFans: true, sealed: _.remove(), sync: _.remove() });
  await chores.forgetFansOfRevoked();
  expect(await following()).toBe(0);
  expect(await account()).not.toHaveProperty('forgetFans');
});

test('codes that are over and notes of old pushes do not pile up', async () => {
  await ann.ask('fan.makeFollowCode', { shopId, from: 'product' });
  await door.follow(ann.person);
  await door.settled();
  const count = async (name: string) => (await db().collection(name).count()).total;
  expect([await count('followCodes'), await count('pushes')]).toEqual([1, 1]);
  await storefront.advance(2 * day);
  await chores.tidyPushes();
  expect([await count('followCodes'), await count('pushes')]).toEqual([0, 0]);
});
