import fc from 'fast-check';
import { expectSettled } from '../support/expectSettled';
import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { wipeFans } from '../support/wipeFans';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const welcome = { kind: 'welcomeCoupon', templateId: 'jinmei-welcome' } as const;
let storefront: Storefront;
let owner: Caller;
let ann: Caller;
let bob: Caller;
let door: OfficialDoor;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, ann, bob] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
  ]);
});
afterEach(async () => {
  await wipeFans(storefront);
  const { deleted } = await db().collection('coupons').where({ by: 'officialAccount' }).remove();
  const left = db().command.inc(Number(deleted));
  await db().collection('couponTemplates').where({ _id: 'jinmei-welcome' }).update({ left });
  // Ten minutes on, everybody gets other codes.
  await storefront.advance(600_000);
});
afterAll(() => storefront.close());

const db = () => storefront.cloudbase.database();
const choose = (benefit: typeof welcome | { kind: 'off' }, places: ('home' | 'product')[] = []) =>
  owner.call('fan.setFollowBenefit', { shopId, benefit, places, text: '' });
const open = async (wanted: { sharesOpenPlatform?: boolean } = {}) => {
  door = await bindShop(storefront, owner, shopId, wanted);
  await choose(welcome);
};
const welcomeCouponsOf = async ({ person: { openId } }: Caller) =>
  (await db().collection('coupons').where({ openId, by: 'officialAccount' }).get()).data;
const scan = async (caller: Caller) => {
  const { text } = await caller.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await door.scan(caller.person, text);
  await door.settled();
};
const follow = async (caller: Caller) => {
  await door.follow(caller.person);
  await door.settled();
};
const texts = async () => (await door.messages()).map(({ body }) => JSON.stringify(body));
const tokenIn = (text = '') => /token=([\w-]{43})/.exec(text)?.[1] ?? '';
const claim = (caller: Caller, token: string) => caller.call('fan.claimWelcome', { token });
const refused = (code: string) => ({ ok: false, refusal: { code } });

test('until the owner chooses, nobody is given anything; what they choose must be their own and be said neutrally', async () => {
  expect(await choose(welcome)).toEqual(refused('NOT_BOUND'));
  door = await bindShop(storefront, owner, shopId);
  expect(await owner.ask('fan.getFollowBenefit', { shopId })).toEqual({
    benefit: { kind: 'off' },
    places: [],
    text: '',
  });
  await scan(ann);
  expect([await welcomeCouponsOf(ann), await door.messages()]).toEqual([[], []]);

  const wrong = { shopId, benefit: { kind: 'welcomeCoupon', templateId: 'fenhe-early' }, places: [] } as const;
  expect(await owner.call('fan.setFollowBenefit', { ...wrong, places: [] })).toEqual(refused('NOT_FOUND'));
  const said = { shopId, benefit: welcome, places: [], text: '关注就领 10 元' };
  expect(await owner.call('fan.setFollowBenefit', said)).toMatchObject({
    ok: false,
    refusal: { code: 'INDUCEMENT', field: 'text', word: '关注就领' },
  });
  expect(await choose(welcome, ['home', 'home'])).toEqual({
    ok: false,
    refusal: { code: 'INVALID_INPUT', field: 'places' },
  });
  await choose(welcome, ['home']);
  expect(await owner.ask('fan.getFollowBenefit', { shopId })).toEqual({ benefit: welcome, places: ['home'], text: '' });
});

test('a shopper who is known has the coupon at once, and a message that leads to it; one for life', async () => {
  await open({ sharesOpenPlatform: false });
  await door.switchOn({ of: 'push', mishap: 'twice' });
  await scan(ann);
  expect(await welcomeCouponsOf(ann)).toMatchObject([{ templateId: 'jinmei-welcome', shopId, spent: false }]);
  expect((await texts())[0]).toContain('packages/trade/myCoupons/index');

  await storefront.advance(60_000);
  await door.unfollow(ann.person);
  await storefront.advance(600_000);
  await scan(ann);
  expect(await welcomeCouponsOf(ann)).toHaveLength(1);
  expect(await door.messages()).toHaveLength(1);
  await expectSettled(storefront, []);
});

test('a message to a stranger is good for one coupon, of whoever opens it first', async () => {
  await open({ sharesOpenPlatform: false });
  await follow(ann);
  const token = tokenIn((await texts())[0]);
  expect(await welcomeCouponsOf(ann)).toEqual([]);

  const mine = await claim(ann, token);
  expect(mine).toMatchObject({ ok: true, value: { name: '见面礼', shopId } });
  expect(await claim(ann, token)).toEqual(mine);
  expect(await claim(bob, token)).toEqual(refused('NOT_YOURS'));
  expect(await claim(bob, 'x'.repeat(43))).toEqual(refused('NOT_FOUND'));
  expect(await claim(bob, (await fanIds())[0] ?? '')).toEqual(refused('NOT_FOUND'));

  // What is forwarded to somebody who has one already stays with the follower.
  await follow(bob);
  const forwarded = tokenIn((await texts())[0]);
  expect(forwarded).not.toBe(token);
  expect(await claim(ann, forwarded)).toEqual(mine);
  expect(await claim(bob, forwarded)).toMatchObject({ ok: true });
  expect([await welcomeCouponsOf(ann), await welcomeCouponsOf(bob)].map(({ length }) => length)).toEqual([1, 1]);
});

test('where WeChat tells unionids, nobody but the follower takes it', async () => {
  await open();
  await follow(ann);
  const token = tokenIn((await texts())[0]);
  expect(await claim(bob, token)).toEqual(refused('NOT_YOURS'));
  expect(await claim(ann, token)).toMatchObject({ ok: true });
});

test('two who open it at once are one', async () => {
  await open({ sharesOpenPlatform: false });
  await follow(ann);
  const token = tokenIn((await texts())[0]);
  const answers = await Promise.all([claim(ann, token), claim(bob, token), claim(ann, token), claim(bob, token)]);
  const coupons = [...(await welcomeCouponsOf(ann)), ...(await welcomeCouponsOf(bob))];
  expect(coupons).toHaveLength(1);
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.couponId] : [])))).toEqual(
    new Set([coupons[0]._id]),
  );
});

test.each([
  'down',
  'busy',
  'quota',
] as const)('WeChat is %s: the coupon is there, and the minute’s chore sends the message', async (mishap) => {
  await open({ sharesOpenPlatform: false });
  await door.switchOn({ of: 'call', mishap, call: 'message/custom/send' });
  await scan(ann);
  expect(await welcomeCouponsOf(ann)).toHaveLength(1);
  expect(await door.messages()).toEqual([]);
  await storefront.advance(20_000);
  await storefront.tick();
  expect(await door.messages()).toHaveLength(1);
  expect(await welcomeCouponsOf(ann)).toHaveLength(1);
});

test('WeChat takes no messages (48001), or not any more (45015): it is not tried for ever', async () => {
  await open({ sharesOpenPlatform: false });
  await door.switchOn({ of: 'call', mishap: 'unauthorized', call: 'message/custom/send' });
  await scan(ann);
  await door.switchOn({ of: 'call', mishap: 'down', call: 'message/custom/send' });
  await scan(bob);
  expect([await due(), (await welcomeCouponsOf(ann)).length, (await welcomeCouponsOf(bob)).length]).toEqual([1, 1, 1]);
  await storefront.advance(120_000);
  await storefront.tick();
  expect([await due(), await door.messages()]).toEqual([0, []]);
});

test('unbound, nobody is welcomed and no message is good any more; what is given stays', async () => {
  await open({ sharesOpenPlatform: false });
  await scan(ann);
  await follow(bob);
  const token = tokenIn((await texts())[0]);
  await owner.ask('fan.unbind', { shopId });
  expect(await claim(bob, token)).toEqual(refused('NOT_FOUND'));
  expect(await welcomeCouponsOf(ann)).toHaveLength(1);
  expect(await owner.ask('fan.getFollowBenefit', { shopId })).toMatchObject({ benefit: { kind: 'off' } });
});

test('a budget that is used up promises nothing', async () => {
  await open({ sharesOpenPlatform: false });
  const templates = db().collection('couponTemplates');
  const { data } = await templates.doc('jinmei-welcome').get();
  await follow(ann);
  const token = tokenIn((await texts())[0]);
  await templates.where({ _id: 'jinmei-welcome' }).update({ left: 0 });
  expect(await claim(ann, token)).toEqual(refused('GONE'));
  await scan(bob);
  expect(await door.messages()).toHaveLength(1);
  await templates.where({ _id: 'jinmei-welcome' }).update({ left: data[0].left });
  expect(await claim(ann, token)).toMatchObject({ ok: true });
});

test('however they come and go, and however it is pushed, nobody is welcomed twice', async () => {
  await open({ sharesOpenPlatform: false });
  const step = fc.constantFrom('scan', 'follow', 'unfollow', 'claim');
  const mishap = fc.option(fc.constantFrom('twice', 'reorder', 'delay', 'drop'), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.constantFrom(ann, bob), mishap), { minLength: 2, maxLength: 8 }),
      async (steps) => {
        for (const [what, caller, wrong] of steps) {
          if (wrong && what !== 'claim') await door.switchOn({ of: 'push', mishap: wrong, delayMs: 3_000 });
          if (what === 'scan') {
            const { text } = await caller.ask('fan.makeFollowCode', { shopId, from: 'home' });
            await door.scan(caller.person, text);
          } else if (what === 'follow') await door.follow(caller.person);
          else if (what === 'unfollow') await door.unfollow(caller.person);
          else for (const text of await texts()) await claim(caller, tokenIn(text) || 'x'.repeat(43));
          await storefront.advance(2_000);
        }
        await door.reset();
        // What was held back to come behind the next push comes now.
        await door.follow(shoppers[2]);
        await door.unfollow(shoppers[2]);
        await storefront.advance(10_000);
        await door.settled();
        for (const caller of [ann, bob]) expect((await welcomeCouponsOf(caller)).length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: Number(process.env.SEQUENCES ?? 12) },
  );
  await expectSettled(storefront, []);
});

const fanIds = async () => (await db().collection('fans').limit(9).get()).data.map(({ _id }) => _id as string);
const due = async () =>
  (
    await db()
      .collection('welcomes')
      .where({ due: db().command.gt(0) })
      .count()
  ).total;
