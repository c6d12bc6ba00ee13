import { type Fault, FaultyProxy } from '../support/FaultyProxy';
import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let proxy: FaultyProxy;
let storefront: Storefront;
let door: OfficialDoor;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }),
  });
  proxy.target = storefront.emulator.url;
  const owner = await storefront.as(sellers.owner);
  door = await bindShop(storefront, owner, shopId, { sharesOpenPlatform: false });
  const benefit = { kind: 'welcomeCoupon', templateId: 'jinmei-welcome' } as const;
  await owner.ask('fan.setFollowBenefit', { shopId, benefit, places: [], text: '' });
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

afterEach(async () => {
  await door.unfollow(shoppers[0]);
  await door.settled();
  await Promise.all(
    ['fans', 'followCodes', 'follows', 'welcomes', 'pushes'].map((name) => db().collection(name).where({}).remove()),
  );
  await db().collection('coupons').where({ by: 'officialAccount' }).remove();
  // Ten minutes on, the shopper gets another code.
  await storefront.advance(600_000);
});

const stateOf = async (caller: Caller) => (await caller.ask('fan.getFollowState', { shopId })).state;
const db = () => storefront.cloudbase.database();
const fans = async () => (await db().collection('fans').count()).total ?? 0;

const places = Array.from({ length: 28 }, (_each, at) => at);
const cases = places.flatMap((at) => (['refused', 'answerLost'] as const).map((fault): [number, Fault] => [at, fault]));

test.each(cases)('database call %d of a scan %s: WeChat pushes again, and it counts once', async (at, fault) => {
  const shopper = await storefront.as(shoppers[0]);
  const { text } = await shopper.ask('fan.makeFollowCode', { shopId, from: 'product' });
  proxy.plan(at, fault);
  await door.scan(shopper.person, text);
  await until(async () => (await door.pushes())[0]?.attempts === 1);
  const wentWrong = proxy.calls.length > at;
  proxy.pass();
  const [push] = await door.pushes();
  // A call beyond the last one is the proof that none was left out.
  expect(push?.answers.map(({ status }) => status)).toEqual([wentWrong ? 500 : 200]);
  await storefront.advance(5_000);
  await door.settled();
  expect(await stateOf(shopper)).toBe('follows');
  expect(await fans()).toBe(1);
  expect((await db().collection('coupons').where({ by: 'officialAccount' }).count()).total).toBe(1);
  if (at === places.at(-1)) expect(wentWrong).toBe(false);
});
