import fc from 'fast-check';
import type { BookRecord } from '../../cloudfunctions/crm/books';
import type { CustomerRecord } from '../../cloudfunctions/crm/customers';
import type { OrderRecord } from '../../cloudfunctions/order/OrderRecord';
import { addCells, type Cells, cellOf } from '../../shared/crm/cells';
import { cutsOf, rfmOf, rfmValues } from '../../shared/crm/rfm';
import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { wipeFans } from '../support/wipeFans';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const skuId = 'millet-qinzhou-1';
let storefront: Storefront;
let owner: Caller;
let clerk: Caller;
let ann: Caller;
let door: OfficialDoor;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, clerk, ann] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(sellers.clerk),
    storefront.as(shoppers[0]),
  ]);
  await storefront.tick('people');
});
afterAll(() => storefront.close());

const db = () => storefront.cloudbase.database();
const all = async <Stored>(name: string): Promise<Stored[]> =>
  (await db().collection(name).where({ shopId }).limit(1_000).get()).data as Stored[];
const book = async (): Promise<BookRecord> => (await db().collection('customerBooks').doc(shopId).get()).data[0];
const customerOf = async ({ person: { openId } }: Caller): Promise<CustomerRecord> =>
  (await db().collection('customers').where({ shopId, 'person.openId': openId }).get()).data[0];
const buy = async (caller: Caller, orderId: string) => {
  await caller.ask('order.placeOrder', orderOf(caller.person, { orderId, skuId, seenTotal: 2_980 + 800 }));
  await caller.pay((await caller.ask('order.payOrder', { orderId })).payment);
  await caller.ask('order.checkPayment', { orderId });
};

/** What every customer and the book must say, told by the orders alone. */
async function expectTrue(): Promise<void> {
  const [orders, customers] = await Promise.all([all<OrderRecord>('orders'), all<CustomerRecord>('customers')]);
  const wanted = new Map<string, { orders: number; amount: number; lastPaidAt: number }>();
  for (const { openId, payment, refunds } of orders) {
    const back = refunds.filter(({ state }) => state === 'done').reduce((sum, { amount }) => sum + amount, 0);
    if (!payment || payment.amount === back) continue;
    const { orders: count = 0, amount = 0, lastPaidAt = 0 } = wanted.get(openId) ?? {};
    wanted.set(openId, {
      orders: count + 1,
      amount: amount + payment.amount - back,
      lastPaidAt: Math.max(lastPaidAt, payment.paidAt),
    });
  }
  const found = customers.filter(({ orders: count }) => count > 0);
  expect(
    new Map(
      found.map(({ person, orders: count, amount, lastPaidAt }) => [
        person.openId,
        { orders: count, amount, lastPaidAt },
      ]),
    ),
  ).toEqual(wanted);
  const { cuts } = await book();
  for (const { r, f, m, orders: count, amount, lastPaidAt = 0 } of customers) {
    expect({ r, f, m }).toEqual(rfmOf({ orders: count, amount, lastPaidAt }, cuts));
  }
  const cells = customers.reduce<Cells>((sum, each) => addCells(sum, { [cellOf(each)]: 1 }), {});
  expect(addCells((await book()).cells, {})).toEqual(cells);
}

test('the demo’s past orders make its customers; a night’s walk parts them into fifths', async () => {
  await expectTrue();
  const customers = await all<CustomerRecord>('customers');
  expect(customers).toHaveLength(20);
  const { cuts } = await book();
  const values = customers.map(({ orders, amount, lastPaidAt = 0 }) => rfmValues({ orders, amount, lastPaidAt }));
  for (const score of ['r', 'f', 'm'] as const) {
    const histogram: Record<string, number> = {};
    for (const each of values) histogram[each[score]] = (histogram[each[score]] ?? 0) + 1;
    expect(cuts?.[score]).toEqual(cutsOf(histogram));
  }
  expect(new Set(customers.map(({ rfm }) => rfm)).size).toBeGreaterThan(3);
});

test('an order that is paid, and one that is paid back, are told within the minute', async () => {
  const before = await customerOf(ann);
  await buy(ann, 'crm-buys-1');
  await storefront.tick('people');
  const after = await customerOf(ann);
  expect([after.orders - before.orders, after.amount - before.amount]).toEqual([1, 3_780]);
  expect(after.lastAt).toBe(after.lastPaidAt);
  await expectTrue();

  const lines = [{ skuId, quantity: 1 }];
  const aCase = { shopId, orderId: 'crm-buys-1', caseId: 'crm-case-1' };
  await owner.ask('order.refundOrder', { ...aCase, lines, text: '漏了', restock: true, amount: 3_780 as never });
  await storefront.tick();
  await storefront.tick('people');
  expect((await customerOf(ann)).amount).toBe(before.amount);
  await expectTrue();
  expect(await db().collection('orders').where({ customerDue: true }).count()).toMatchObject({ total: 0 });
});

test('whoever dies between an order and its customer leaves a note; a customer that is wrong is right after the night', async () => {
  const { _id } = await customerOf(ann);
  await db().collection('customers').where({ _id }).update({ orders: 99, amount: 1 });
  await db()
    .collection('customerBooks')
    .where({ _id: shopId })
    .update({ cells: { '1-1-1-1-paid': 7 } });
  await storefront.advance(26 * 3_600_000);
  await storefront.tick('people');
  await expectTrue();
});

test('a follower is a customer; known as a shopper they are one, with what was noted; and gone when they leave', async () => {
  door = await bindShop(storefront, owner, shopId, { sharesOpenPlatform: false });
  const stranger = shoppers[1];
  await door.follow(stranger);
  await door.settled();
  await storefront.tick('people');
  const [follower] = (await all<CustomerRecord>('customers')).filter(({ person }) => person.openId === undefined);
  expect(follower).toMatchObject({ follows: true, orders: 0, rfm: 'notBought', family: 'media' });
  const customerId = follower?._id ?? '';
  await clerk.ask('crm.tagCustomer', { shopId, customerId, tags: ['茶友'] });
  await clerk.ask('crm.noteCustomer', { shopId, customerId, noteId: 'note-1', text: '爱喝老陈醋' });
  await expectTrue();

  const bob = await storefront.as(stranger);
  const { text } = await bob.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await storefront.advance(5_000);
  await door.scan(stranger, text);
  await door.settled();
  await storefront.tick('people');
  expect(await customerOf(bob)).toMatchObject({ follows: true, tags: ['茶友'], notes: [{ text: '爱喝老陈醋' }] });
  expect((await all<CustomerRecord>('customers')).filter(({ person }) => person.openId === undefined)).toEqual([]);
  await expectTrue();

  await storefront.advance(60_000);
  await door.unfollow(stranger);
  await door.settled();
  await storefront.tick('people');
  expect(await customerOf(bob)).toMatchObject({ follows: false, tags: ['茶友'] });
  expect((await customerOf(bob)).person.fanId).toBeUndefined();
  await expectTrue();

  await door.follow(shoppers[2]);
  await door.settled();
  await storefront.tick('people');
  expect(await all<CustomerRecord>('customers')).toHaveLength(21);
  await storefront.advance(60_000);
  await door.unfollow(shoppers[2]);
  await door.settled();
  await storefront.tick('people');
  expect(await all<CustomerRecord>('customers')).toHaveLength(20);
  await expectTrue();
  await wipeFans(storefront);
});

test('every filter and all of them together find what looking at each finds, page by page', async () => {
  const customers = await all<CustomerRecord>('customers');
  const [first] = customers;
  await clerk.ask('crm.tagCustomer', { shopId, customerId: first?._id ?? '', tags: ['批发', '爱喝茶'] });
  const now = await storefront.now();
  const day = 86_400_000;
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          follows: fc.boolean(),
          rfm: fc.constantFrom(...new Set(customers.map(({ rfm }) => rfm))),
          tag: fc.constantFrom('批发', '茶友', '没有'),
          family: fc.constantFrom('media', 'direct', 'code' as const),
          boughtWithinDays: fc.integer({ min: 1, max: 60 }),
          amountAtLeast: fc.constantFrom(1, 5_000, 7_000, 20_000),
          words: fc.constantFrom(first?.name.slice(0, 1), first?.phoneTail.slice(0, 2), '批', '爱喝茶'),
        },
        { requiredKeys: [] },
      ),
      async ({ words, ...wanted }) => {
        const typed = { ...wanted, ...(words !== undefined && { words }) };
        const found: string[] = [];
        for (let after: string | undefined, more = true; more; more = after !== undefined) {
          const page = await clerk.ask('crm.findCustomers', { shopId, ...typed, ...(after && { after }) } as never);
          found.push(...page.customers.map(({ customerId }) => customerId));
          after = page.next;
        }
        const { follows, rfm, tag, family, boughtWithinDays, amountAtLeast = 0 } = wanted;
        const brute = (await all<CustomerRecord>('customers'))
          .filter((each) => follows === undefined || each.follows === follows)
          .filter((each) => rfm === undefined || each.rfm === rfm)
          .filter((each) => tag === undefined || each.tags.includes(tag))
          .filter((each) => family === undefined || each.family === family)
          .filter((each) => boughtWithinDays === undefined || now - (each.lastPaidAt ?? 0) <= boughtWithinDays * day)
          .filter((each) => each.amount >= amountAtLeast)
          .filter(
            (each) =>
              words === undefined || [each.name, each.phoneTail, ...each.tags].some((word) => word.startsWith(words)),
          )
          .sort((a, b) => b.lastAt - a.lastAt || (a._id < b._id ? 1 : -1));
        expect(found).toEqual(brute.map(({ _id }) => _id));
        const { rfm: _class, family: _family, ...plain } = wanted;
        const conditions = { ...plain, ...(rfm && { classes: [rfm] }), ...(family && { families: [family] }) };
        if (words === undefined) {
          const count = await clerk.ask('crm.countSegment', { shopId, conditions: conditions as never });
          expect(count).toMatchObject({ count: brute.length, exact: true });
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('one customer’s page has facts, orders, coupons and what brought them; another shop’s is not there', async () => {
  const { _id: customerId } = await customerOf(ann);
  const page = await clerk.ask('crm.getCustomer', { shopId, customerId });
  expect(page).toMatchObject({ customerId, muted: false });
  expect(page.lastOrders[0]).toMatchObject({ orderId: 'crm-buys-1', toPay: 3_780 });
  expect(JSON.stringify(page)).not.toContain(ann.person.openId);
  const neighbour = await storefront.as(sellers.neighbour);
  expect(await neighbour.call('crm.getCustomer', { shopId: 'fenhe', customerId })).toEqual({
    ok: false,
    refusal: { code: 'NOT_FOUND' },
  });
  expect(await neighbour.call('crm.getCustomer', { shopId, customerId })).toEqual({
    ok: false,
    refusal: { code: 'NOT_ALLOWED' },
  });
});

test('segments are saved, changed, listed and removed, each shop its own', async () => {
  const segment = { shopId, segmentId: 'segment-01', name: '老客', conditions: { ordersAtLeast: 2 } };
  await owner.ask('crm.saveSegment', segment);
  await owner.ask('crm.saveSegment', { ...segment, name: '常客', conditions: { ordersAtLeast: 3 } });
  expect((await clerk.ask('crm.listSegments', { shopId })).segments).toMatchObject([
    { name: '常客', conditions: { ordersAtLeast: 3 } },
  ]);
  const neighbour = await storefront.as(sellers.neighbour);
  expect(await neighbour.call('crm.saveSegment', { ...segment, shopId: 'fenhe' })).toMatchObject({ ok: false });
  await neighbour.ask('crm.removeSegment', { shopId: 'fenhe', segmentId: 'segment-01' });
  expect((await clerk.ask('crm.listSegments', { shopId })).segments).toHaveLength(1);
  await owner.ask('crm.removeSegment', { shopId, segmentId: 'segment-01' });
  expect((await clerk.ask('crm.listSegments', { shopId })).segments).toEqual([]);
});
