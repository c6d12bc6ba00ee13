import type { Output } from '../../shared/contract';
import { bindShop } from '../support/OfficialDoor';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const price = 2790;
const day = 86_400_000;

let storefront: Storefront;
let ann: Caller;
let bob: Caller;
let manager: Caller;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, bob, manager, owner] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
    storefront.as(sellers.manager),
    storefront.as(sellers.owner),
  ]);
  for (const name of ['orders', 'visits', 'follows']) {
    await storefront.cloudbase.database().collection(name).where({}).remove();
  }
});
afterAll(() => storefront.close());

async function report(): Promise<Output<'traffic.getLoopReport'>> {
  const today = await dayNow();
  return manager.ask('traffic.getLoopReport', { shopId, from: today, to: today });
}
const dayNow = async () => new Date((await storefront.now()) + 8 * 3_600_000).toISOString().slice(0, 10);

async function buy(caller: Caller, orderId: string, more: { couponId?: string; seenTotal?: number } = {}) {
  await caller.ask('order.placeOrder', orderOf(caller.person, { orderId, skuId, seenTotal: price, ...more }));
  await caller.pay((await caller.ask('order.payOrder', { orderId })).payment);
  await caller.ask('order.checkPayment', { orderId });
}

const scan = (caller: Caller, visitId: string) =>
  caller.ask('traffic.recordVisits', {
    visits: [{ visitId, shopId, kind: 'open', scene: 1047, channel: 'counter-01', age: 0 }],
  });

test('what a coupon took off is a cost of what brought the order, to the fen', async () => {
  await manager.ask('traffic.saveChannel', {
    ...{ shopId, channelId: 'counter-01', name: '收银台', kind: 'counter', target: { page: 'shop' } },
  });
  const terms = { benefit: { kind: 'amount', off: 500 }, from: 1_000, scope: { kind: 'everything' } } as const;
  const until = (await storefront.now()) + 90 * day;
  await owner.ask('coupon.saveCouponTemplate', {
    ...{ shopId, templateId: 'five-off', name: '减五元', ...terms, claimFrom: 0, claimUntil: until },
    ...{ validity: { kind: 'days', days: 5 }, perPerson: 1, budget: 5 },
  });
  await scan(ann, 'costs-scan-1');
  const { couponId } = await ann.ask('coupon.claimCoupon', { templateId: 'five-off', claimId: 'costs-claim' });
  await buy(ann, 'costs-order-1', { couponId, seenTotal: price - 500 });
  const { rows, total } = await report();
  expect(rows.find(({ channel }) => channel === 'counter-01')).toMatchObject({
    ...{ source: 'code', name: '收银台', kind: 'counter' },
    ...{ orders: 1, again: 0, paid: price - 500, couponOff: 500 },
  });
  expect(total.couponOff).toBe(500);
});

test('what the seller notes for advertisements is replaced by the next, added up by source, taken away by nothing', async () => {
  const today = await dayNow();
  const note = (source: 'ad' | 'article', amount: number) =>
    manager.ask('traffic.saveAdSpend', { shopId, day: today, source, amount });
  await note('ad', 9_900);
  await note('ad', 12_050);
  await note('article', 500);
  await note('article', 0);
  expect((await report()).adSpend).toEqual([{ source: 'ad', amount: 12_050 }]);
  expect(await ann.call('traffic.saveAdSpend', { shopId, day: today, source: 'ad', amount: 1 })).toMatchObject({
    refusal: { code: 'NOT_ALLOWED' },
  });
});

test('a follow is a figure of what brought the follower, at the place where the code was shown', async () => {
  const door = await bindShop(storefront, owner, shopId);
  const { text } = await ann.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await door.scan(ann.person, text);
  await door.follow(bob.person);
  await door.settled();
  const { rows, followPlaces } = await report();
  expect(rows.find(({ channel }) => channel === 'counter-01')).toMatchObject({ follows: 1 });
  expect(rows.find(({ source }) => source === 'direct')).toMatchObject({ follows: 1 });
  expect(followPlaces).toEqual([
    { place: 'elsewhere', follows: 1 },
    { place: 'orderDone', follows: 1 },
  ]);
});

test('who comes back is counted in the week of their first order, and nobody twice', async () => {
  await storefront.advance(8 * day);
  await buy(ann, 'costs-order-2');
  await buy(ann, 'costs-order-3');
  await buy(bob, 'costs-order-4');
  const { weeks } = await manager.ask('traffic.getCohorts', { shopId });
  expect(weeks).toHaveLength(8);
  expect(weeks.map(({ people, cameBack, paidAgain }) => [people, cameBack, paidAgain]).slice(0, 3)).toEqual(
    // The second week is eight days on: the next one, or the one after.
    weeks[1]?.people === 1
      ? [
          [1, 0, 0],
          [1, 1, 2 * price],
          [0, 0, 0],
        ]
      : [
          [1, 0, 0],
          [0, 0, 0],
          [1, 1, 2 * price],
        ],
  );
  expect(new Date(`${weeks[0]?.from}T00:00:00Z`).getUTCDay()).toBe(1);
});

test('a share is counted for what had brought the sharer; whoever opens it comes from a friend', async () => {
  await scan(ann, 'costs-scan-2');
  const share = { shopId, kind: 'share', shareId: 'share-0001', age: 0 } as const;
  await ann.ask('traffic.recordVisits', { visits: [{ ...share, visitId: 'costs-share' }] });
  const opened = { shopId, kind: 'open', scene: 1007, shareId: 'share-0001', age: 0 } as const;
  await bob.ask('traffic.recordVisits', { visits: [{ ...opened, visitId: 'costs-opened' }] });
  const { rows } = await report();
  expect(rows.find(({ channel }) => channel === 'counter-01')).toMatchObject({ visits: 1, shares: 1 });
  expect(rows.find(({ source }) => source === 'friend')).toMatchObject({ visits: 1, people: 1, shares: 0 });
});
