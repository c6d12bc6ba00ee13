import type { Input, Output } from '../../shared/contract';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let bob: Caller;
let manager: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, bob, manager] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
    storefront.as(sellers.manager),
  ]);
  await storefront.cloudbase.database().collection('orders').where({}).remove();
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const minute = 60_000;
const day = 86_400_000;

type Visit = Input<'traffic.recordVisits'>['visits'][number];
let visits = 0;
const visit = (kind: Visit['kind'], more: Partial<Visit> = {}): Visit => {
  visits += 1;
  return { visitId: `visit-${String(visits).padStart(4, '0')}`, shopId, kind, age: 0, ...more };
};
const record = (caller: Caller, ...all: Visit[]) => caller.ask('traffic.recordVisits', { visits: all });

async function buy(caller: Caller, orderId: string): Promise<void> {
  await caller.ask('order.placeOrder', orderOf(caller.person, { orderId, skuId, seenTotal: 2790 }));
  await caller.pay((await caller.ask('order.payOrder', { orderId })).payment);
  await caller.ask('order.checkPayment', { orderId });
}

async function today(): Promise<string> {
  const { now } = (await (await fetch(`${storefront.emulator.url}/_emulator/clock`)).json()) as { now: number };
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}
async function report(from?: string): Promise<Output<'traffic.getLoopReport'>> {
  const to = await today();
  return manager.ask('traffic.getLoopReport', { shopId, from: from ?? to, to });
}
const rowOf = ({ rows }: Output<'traffic.getLoopReport'>, source: string, articleId?: string) =>
  rows.find((row) => row.source === source && row.articleId === articleId);

test('from an article to an order, and back again: the report shows the chain, to the fen', async () => {
  const read = { articleId: 'vinegar-01' };
  await record(ann, visit('open', { scene: 1058, ...read, age: 2 * minute }), visit('product', { age: minute }));
  await record(bob, visit('article', read), visit('product', { productId: 'taigu-cake' }));
  await buy(ann, 'loop-order-1');
  await buy(ann, 'loop-order-2');
  expect(rowOf(await report(), 'article', 'vinegar-01')).toEqual({
    ...{ source: 'article', ...read, visits: 2, people: 2, productViews: 2, shares: 0 },
    ...{ orders: 2, again: 1, paid: 5580, refunded: 0, couponOff: 0, follows: 0 },
  });
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'loop-order-1', caseId: 'case-loop', lines, text: '缺货', restock: true };
  await manager.ask('order.refundOrder', refund);
  await until(async () => rowOf(await report(), 'article', 'vinegar-01')?.refunded === 2790);
  expect(rowOf(await report(), 'article', 'vinegar-01')).toMatchObject({ orders: 2, paid: 5580 });
});

test('coming back by WeChat’s list credits what brought them; after seven days, nothing', async () => {
  await record(bob, visit('open', { scene: 1089 }));
  await buy(bob, 'loop-order-3');
  expect(rowOf(await report(), 'article', 'vinegar-01')).toMatchObject({ orders: 3, paid: 8370 });
  await storefront.advance(7 * day);
  await buy(bob, 'loop-order-4');
  expect(rowOf(await report(), 'direct')).toMatchObject({ orders: 1, again: 1, paid: 2790 });
});

test('a visit counts once, whoever sends it twice, late, or with another’s id', async () => {
  const scanned = visit('open', { scene: 1047, channel: 'counter' });
  await record(ann, scanned);
  await record(ann, { ...scanned, age: 40 * minute });
  await record(ann, visit('open', { scene: 1007, shareId: 'share-01', age: day }));
  await record(bob, scanned);
  expect(rowOf(await report(), 'code')).toMatchObject({ visits: 2, people: 2 });
  await buy(ann, 'loop-order-5');
  expect(rowOf(await report(), 'code')).toMatchObject({ channel: 'counter', orders: 1 });
});

test('days that are over are kept, and say the same when the visits are gone', async () => {
  const from = await today();
  await storefront.advance(5 * day);
  await storefront.tick('upkeep');
  const { rows, total } = await report(from);
  await storefront.advance(20 * day);
  const { deleted } = await storefront.cloudbase.database().collection('visits').where({}).remove();
  expect(deleted).toBeGreaterThan(5);
  expect(await manager.ask('traffic.getLoopReport', { shopId, from, to: from })).toMatchObject({ rows, total });
});

test('only staff read it; days that are none, and too many, are refused by name', async () => {
  const of = { shopId, from: '2026-11-01', to: '2026-11-02' };
  expect(await ann.call('traffic.getLoopReport', of)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  for (const [change, field] of [
    [{ to: '2026-12-02' }, 'to'],
    [{ to: '2026-10-01' }, 'to'],
    [{ from: '2026-13-01' }, 'from'],
  ] as const) {
    expect(await manager.call('traffic.getLoopReport', { ...of, ...change })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field },
    });
  }
});
