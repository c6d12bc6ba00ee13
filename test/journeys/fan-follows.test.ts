import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let storefront: Storefront;
let door: OfficialDoor;
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
  door = await bindShop(storefront, owner, shopId);
});
afterEach(() => door.reset());
afterAll(() => storefront.close());

const stateOf = async (caller: Caller) => (await caller.ask('fan.getFollowState', { shopId })).state;
const fans = async () => (await storefront.cloudbase.database().collection('fans').limit(1000).get()).data;

test('a shopper follows, leaves and follows again; by unionid the shop knows at once', async () => {
  expect(await stateOf(ann)).toBe('unknown');
  await door.follow(ann.person);
  expect(await door.settled()).toMatchObject([{ answers: [{ status: 200, body: 'success' }] }]);
  expect(await stateOf(ann)).toBe('follows');
  expect(await stateOf(bob)).toBe('unknown');

  await storefront.advance(60_000);
  await door.unfollow(ann.person);
  await door.settled();
  expect(await stateOf(ann)).toBe('unknown');
  const [left] = await fans();
  expect(Object.keys(left).sort()).toEqual(['_id', 'at', 'customerDue', 'follows', 'seenAt', 'shopId', 'version']);

  await storefront.advance(60_000);
  await door.follow(ann.person);
  await door.settled();
  expect(await stateOf(ann)).toBe('follows');
  expect(await fans()).toHaveLength(1);
});

test('what comes twice, late or in the wrong order ends in the newest state', async () => {
  await door.follow(bob.person);
  await storefront.advance(10_000);
  await door.switchOn({ of: 'push', mishap: 'reorder' });
  await door.unfollow(bob.person);
  await storefront.advance(10_000);
  await door.switchOn({ of: 'push', mishap: 'twice' });
  await door.follow(bob.person);
  await door.settled();
  expect(await stateOf(bob)).toBe('follows');

  await storefront.advance(10_000);
  await door.switchOn({ of: 'push', mishap: 'delay', delayMs: 600_000 });
  await door.unfollow(bob.person);
  await storefront.advance(10_000);
  expect(await stateOf(bob)).toBe('follows');
  await storefront.advance(600_000);
  await door.settled();
  expect(await stateOf(bob)).toBe('unknown');
});

test('a push that is forged, stale or meant for another app leaves nothing', async () => {
  const carol = await storefront.as(shoppers[2]);
  const before = await fans();
  for (const [mishap, status] of [
    ['forge', 401],
    ['stale', 401],
    ['foreign', 401],
  ] as const) {
    await door.switchOn({ of: 'push', mishap, times: 4 });
    await door.follow(carol.person);
    for (const attempt of [1, 2, 3]) {
      await until(async () => (await door.pushes())[0]?.attempts === attempt);
      await storefront.advance(5_000);
    }
    const [push] = await door.settled();
    expect(push?.answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
    await door.switchOn({ of: 'push', mishap: 'drop' });
    await door.unfollow(carol.person);
    await door.settled();
  }
  expect(await fans()).toEqual(before);
  expect(await stateOf(carol)).toBe('unknown');
});

test('only the owner sees or changes a binding, and nobody sees the secret in a record', async () => {
  const clerk = await storefront.as(sellers.clerk);
  const neighbour = await storefront.as(sellers.neighbour);
  for (const caller of [clerk, neighbour, ann]) {
    for (const operation of ['getBinding', 'unbind']) {
      const answer = await caller.send('fan', { operation, input: { shopId } });
      expect(answer).toEqual({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
    }
  }
  const { data } = await storefront.cloudbase.database().collection('officialAccounts').get();
  expect(JSON.stringify(data)).not.toContain(door.account.secret);
  const bound = await owner.ask('fan.getBinding', { shopId });
  if (bound.status !== 'bound') throw new Error('it is bound');
  expect(bound.serverCheckedAt).toEqual(expect.any(Number));
  expect(JSON.stringify(data)).not.toContain(bound.server?.aesKey ?? 'no key');
});
