import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { wipeFans } from '../support/wipeFans';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
let storefront: Storefront;
let ann: Caller;
let bob: Caller;
let door: OfficialDoor;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, bob] = await Promise.all([storefront.as(shoppers[0]), storefront.as(shoppers[1])]);
});
beforeEach(async () => {
  door = await bindShop(storefront, await storefront.as(sellers.owner), shopId, { sharesOpenPlatform: false });
});
afterEach(() => wipeFans(storefront));
afterAll(() => storefront.close());

const follows = async () => (await storefront.cloudbase.database().collection('follows').limit(1000).get()).data;
const scan = async (caller: Caller, from: 'orderDone' | 'article', articleId?: string) => {
  const { text } = await caller.ask('fan.makeFollowCode', { shopId, from, ...(articleId && { articleId }) });
  await door.scan(caller.person, text);
  await door.settled();
};

test('a follow is counted where its code was shown, under what had brought the shopper; a return is none', async () => {
  await ann.ask('traffic.recordVisits', {
    visits: [{ visitId: 'follow-visit-1', shopId, kind: 'article', articleId: 'tea-story', age: 0 }],
  });
  await scan(ann, 'orderDone');
  const [first] = await follows();
  expect(first).toMatchObject({ shopId, place: 'orderDone', origin: 'article:tea-story:' });
  expect(first.day).toBe(new Date(first.at + 8 * 3_600_000).toISOString().slice(0, 10));

  await storefront.advance(1_000);
  await door.unfollow(ann.person);
  await storefront.advance(1_000);
  await scan(ann, 'article', 'tea-story');
  expect(await follows()).toEqual([first]);
  expect(JSON.stringify(first)).not.toContain(ann.person.openId);
});

test('the article is kept with a follow that began there; of a stranger only that they came', async () => {
  await scan(ann, 'article', 'tea-story');
  await door.follow(bob.person);
  await door.settled();
  const all = await follows();
  expect(all.map(({ place, articleId, origin }) => ({ place, articleId, origin }))).toEqual(
    expect.arrayContaining([
      { place: 'article', articleId: 'tea-story', origin: 'article:tea-story:' },
      { place: 'elsewhere', articleId: undefined, origin: undefined },
    ]),
  );
  expect(all).toHaveLength(2);
});

test('a SCAN by somebody who follows already is no follow', async () => {
  await door.follow(ann.person);
  await scan(ann, 'orderDone');
  expect(await follows()).toMatchObject([{ place: 'elsewhere' }]);
});

test('pushed twice, late and in the wrong order, the first follow stays', async () => {
  await door.switchOn({ of: 'push', mishap: 'delay', delayMs: 60_000 });
  await scanUnheard(ann);
  await storefront.advance(5_000);
  await door.unfollow(ann.person);
  await storefront.advance(5_000);
  await door.switchOn({ of: 'push', mishap: 'twice' });
  await door.follow(ann.person);
  await storefront.advance(60_000);
  await door.settled();
  expect(await follows()).toMatchObject([{ place: 'orderDone', origin: 'article:tea-story:' }]);
});

/** Scans without waiting for the push. */
async function scanUnheard({ person, ask }: Caller): Promise<void> {
  await door.scan(person, (await ask('fan.makeFollowCode', { shopId, from: 'orderDone' })).text);
}
