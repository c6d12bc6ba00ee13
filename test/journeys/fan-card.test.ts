import { bindShop } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let storefront: Storefront;
let owner: Caller;
let ann: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, ann] = await Promise.all([storefront.as(sellers.owner), storefront.as(shoppers[0])]);
});
afterAll(() => storefront.close());

const card = (place: 'product' | 'home' | 'orderDone' = 'product', scene = 1001) =>
  ann.ask('fan.getFollowCard', { shopId, place, scene });
const described = { shopId, sameEntity: true, originalId: 'gh_0123456789ab' };

test('a shop’s way to its account, from no account to none any more', async () => {
  expect(await card()).toEqual({ card: { way: 'none', because: 'unbound' }, benefit: 'off', text: '' });
  const notBound = { ok: false, refusal: { code: 'NOT_BOUND' } };
  expect(await owner.call('fan.describeAccount', described)).toEqual(notBound);

  const door = await bindShop(storefront, owner, shopId);
  expect(await card()).toEqual({ card: { way: 'code' }, benefit: 'off', text: '' });
  await owner.ask('fan.describeAccount', described);
  expect((await card('product', 1047)).card).toEqual({ way: 'component' });
  expect((await card()).card).toEqual({ way: 'profile', originalId: described.originalId });
  await owner.ask('fan.describeAccount', { shopId, sameEntity: false });
  expect((await card('product', 1047)).card).toEqual({ way: 'code' });

  const benefit = { kind: 'followerPrice' } as const;
  await owner.ask('fan.setFollowBenefit', { shopId, benefit, places: ['home'], text: '每周三上新' });
  expect(await card('home')).toMatchObject({ benefit: 'followerPrice', text: '每周三上新' });
  for (const place of ['product', 'orderDone'] as const) {
    expect(await card(place)).toMatchObject({ benefit: 'off', text: '' });
  }
  await door.follow(ann.person);
  await door.settled();
  expect((await card()).card).toEqual({ way: 'none', because: 'follows' });

  await owner.ask('fan.unbind', { shopId });
  expect(await card('home')).toEqual({ card: { way: 'none', because: 'revoked' }, benefit: 'off', text: '' });
});
