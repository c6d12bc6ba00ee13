import fc from 'fast-check';
import type { OrderRecord } from '../../cloudfunctions/order/OrderRecord';
import { sourceOfScene } from '../../shared/traffic/scenes';
import { bringsPeople } from '../../shared/traffic/sources';
import { creditedFor, originKey, type Touch } from '../../shared/traffic/touch';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

/** `COMMANDS=2000 npm test -- loop-histories` is a long night of it; the tests of every day take a share. */
const commands = Number(process.env.COMMANDS ?? 120);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const price = 2790;
const hour = 3_600_000;
const china = 8 * hour;

let storefront: Storefront;
let buyers: Caller[];
let manager: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  buyers = await Promise.all(shoppers.slice(0, 3).map((person) => storefront.as(person)));
  manager = await storefront.as(sellers.manager);
  const many = { shopId, moveId: 'plenty', skuId, delta: 9_000, reason: 'restock' } as const;
  await manager.ask('shop.adjustStock', many);
  await orders().where({}).remove();
});
afterAll(() => storefront.close());

const orders = () => storefront.cloudbase.database().collection('orders');
const now = async (): Promise<number> =>
  ((await (await fetch(`${storefront.emulator.url}/_emulator/clock`)).json()) as { now: number }).now;

const who = fc.nat({ max: 2 });
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('visit' as const),
      who,
      scene: fc.constantFrom(1058, 1007, 1047, 1089, 1034, 4242),
      articleId: fc.constantFrom(undefined, 'article-1', 'article-2'),
      late: fc.constantFrom(0, 0, 1, 30, 160),
      times: fc.constantFrom(1, 1, 2),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('buy' as const), who, pays: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('refund' as const), nth: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.constantFrom(1, 10, 26, 170) }) },
);

type Command = typeof command extends fc.Arbitrary<infer Each> ? Each : never;

/** What should come of it, kept as plainly as can be: the touches of each person, and each paid order's credit. */
const touches: Touch[][] = [[], [], []];
const paid: { orderId: string; origin: string }[] = [];

test(`random histories of visits, orders and refunds, seed ${seed}: all that was paid is attributed, once`, async () => {
  const started = await now();
  for (const [number, each] of fc.sample(command, { seed, numRuns: commands }).entries()) await play(each, number);
  await refundsEnd();
  await compare(started);
}, 3_600_000);

async function play(each: Command, number: number): Promise<void> {
  if (each.does === 'wait') return storefront.advance(each.hours * hour);
  if (each.does === 'refund') return refund(paid[each.nth % paid.length]?.orderId);
  if (each.does === 'visit') return visit(each, `visit-${number}-${seed}`);
  const orderId = `loop-${seed}-${number}`;
  const origin = originKey(lastOf(touches[each.who] ?? [], await now()));
  if (await buy(buyers[each.who], orderId, each.pays)) paid.push({ orderId, origin });
}

async function visit(
  { who, scene, articleId, late, times }: Extract<Command, { does: 'visit' }>,
  visitId: string,
): Promise<void> {
  const article = articleId === undefined ? {} : { articleId };
  const age = late * hour;
  const at = (await now()) - age;
  const noted = { visitId, shopId, kind: 'open' as const, scene, age, ...article };
  for (let time = 0; time < times; time += 1) await buyers[who]?.ask('traffic.recordVisits', { visits: [noted] });
  const source = sourceOfScene(scene);
  if (bringsPeople(source)) touches[who]?.push({ source, ...article, at });
}

const lastOf = (touches: readonly Touch[], at: number): Touch | undefined =>
  touches.filter((touch) => touch.at > at - creditedFor).sort((a, b) => b.at - a.at)[0];

async function buy(buyer: Caller | undefined, orderId: string, pays: boolean): Promise<boolean> {
  if (!buyer) return false;
  await buyer.ask('order.placeOrder', orderOf(buyer.person, { orderId, skuId, seenTotal: price }));
  if (!pays) return false;
  await buyer.pay((await buyer.ask('order.payOrder', { orderId })).payment);
  await buyer.ask('order.checkPayment', { orderId });
  return true;
}

async function refund(orderId: string | undefined): Promise<void> {
  if (orderId === undefined) return;
  await manager.call('order.refundOrder', {
    ...{ shopId, orderId, caseId: `case-of-${orderId}`, text: '缺货', restock: true, amount: 700 },
    lines: [{ skuId, quantity: 1 }],
  });
}

const refundsEnd = () =>
  until(async () => {
    await storefront.tick();
    return (await readAll()).every(({ refunds }) => refunds.every(({ state }) => state === 'done'));
  });

async function readAll(): Promise<OrderRecord[]> {
  return (await orders().limit(1_000).get()).data as OrderRecord[];
}

const dayOf = (at: number) => new Date(at + china).toISOString().slice(0, 10);

/** The report of every day against the orders themselves, and its rows against what was expected. */
async function compare(started: number): Promise<void> {
  const all = await readAll();
  const end = await now();
  const byOrigin = new Map<string, number>();
  for (let at = started; dayOf(at) <= dayOf(end); at += 24 * hour) {
    const day = dayOf(at);
    const { rows, total } = await manager.ask('traffic.getLoopReport', { shopId, from: day, to: day });
    expect({ day, paid: total.paid, refunded: total.refunded }).toEqual({ day, ...sumsOf(all, day) });
    expect(rows.reduce((sum, row) => sum + row.paid - row.refunded, 0)).toBe(total.paid - total.refunded);
    for (const { source, articleId, paid: amount } of rows) {
      const origin = source === 'direct' ? 'direct' : originKey({ source, articleId });
      byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + amount);
    }
  }
  const expected = new Map<string, number>();
  for (const { origin } of paid) expected.set(origin, (expected.get(origin) ?? 0) + price);
  const withMoney = [...byOrigin].filter(([, amount]) => amount > 0);
  expect(new Map(withMoney)).toEqual(expected);
}

function sumsOf(all: readonly OrderRecord[], day: string): { paid: number; refunded: number } {
  const payments = all.flatMap(({ payment }) => (payment && dayOf(payment.paidAt) === day ? [payment.amount] : []));
  const refunds = all.flatMap((order) =>
    order.refunds.filter(({ doneAt }) => doneAt !== undefined && dayOf(doneAt) === day),
  );
  return { paid: sum(payments), refunded: sum(refunds.map(({ amount }) => amount)) };
}
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
