import { callMishaps, type NotifyMishap } from '../../emulator/wechat/pay/Switchboard';
import { expectSettled, readOrders } from '../support/expectSettled';
import { type Fault, FaultyProxy } from '../support/FaultyProxy';
import { orderOf } from '../support/orderOf';
import { openPayDoor, type PayDoor } from '../support/PayDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let proxy: FaultyProxy;
let storefront: Storefront;
let door: PayDoor;
let ann: Caller;
let manager: Caller;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }),
  });
  proxy.target = storefront.emulator.url;
  door = openPayDoor(storefront);
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
  await manager.ask('shop.adjustStock', { shopId, moveId: 'plenty', skuId, delta: 900, reason: 'restock' });
});
afterEach(() => door.reset());
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const caseId = 'case-0001';

let orders = 0;
const newOrderId = (): string => {
  orders += 1;
  return `wrong-${String(orders).padStart(4, '0')}`;
};

async function openPayment(orderId: string) {
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: 1990 + 800 }));
  return (await ann.ask('order.payOrder', { orderId })).payment;
}

const statusOf = async (orderId: string) => (await ann.ask('order.getOrder', { orderId })).status;
const becomes = (orderId: string, status: string) => until(async () => (await statusOf(orderId)) === status);

async function paid(orderId: string): Promise<string> {
  await ann.pay(await openPayment(orderId));
  await becomes(orderId, 'paid');
  return orderId;
}

const refund = (orderId: string) =>
  manager.call('order.refundOrder', {
    ...{ shopId, orderId, caseId, lines: [{ skuId, quantity: 1 }], text: '缺货', restock: true },
  });

/** How the attempts at the last notification about an order were answered. */
const answersTo = async (orderId: string) => (await door.told(orderId)).at(-1)?.answers ?? [];
const answered = (orderId: string, attempts: number) =>
  until(async () => (await answersTo(orderId)).length === attempts);
const record = async (orderId: string) => (await readOrders(storefront, [orderId]))[0];

/** Some hours in which nothing goes wrong any more. */
async function settle(orderId: string): Promise<void> {
  for (const minutes of [1, 16, 5, 10, 30, 60]) {
    await storefront.advance(minutes * 60_000);
    await storefront.tick();
  }
  await expectSettled(storefront, [orderId]);
}

const rejected: readonly [NotifyMishap, number][] = [
  ['tamper', 401],
  ['wrongKey', 401],
  ['probe', 401],
  ['stale', 401],
  ['foreign', 403],
  ['unknownOrder', 404],
  ['wrongAmount', 409],
];

test.each(
  rejected,
)('a payment notify with %s is answered %d and changes nothing; the next one counts', async (mishap, status) => {
  const orderId = newOrderId();
  const payment = await openPayment(orderId);
  const before = await record(orderId);
  await door.switchOn({ of: 'notify', mishap });
  await ann.pay(payment);
  await answered(orderId, 1);
  expect(await answersTo(orderId)).toEqual([status]);
  expect(await record(orderId)).toEqual(before);

  await storefront.advance(15_000);
  await answered(orderId, 2);
  expect(await answersTo(orderId)).toEqual([status, 204]);
  expect(await statusOf(orderId)).toBe('paid');
  await settle(orderId);
});

test.each(
  rejected,
)('a refund notify with %s is answered %d and changes nothing; the next one counts', async (mishap, status) => {
  const orderId = await paid(newOrderId());
  await door.switchOn({ of: 'notify', mishap });
  await refund(orderId);
  const before = await record(orderId);
  await until(async () => (await door.told(orderId)).length === 2 && (await answersTo(orderId)).length === 1);
  expect(await answersTo(orderId)).toEqual([status]);
  expect(await record(orderId)).toEqual(before);

  await storefront.advance(15_000);
  await answered(orderId, 2);
  expect(await answersTo(orderId)).toEqual([status, 204]);
  expect(await statusOf(orderId)).toBe('refunded');
  await settle(orderId);
});

test('a notify about two orders with one wrong amount marks neither as paid', async () => {
  const [checkoutId, soup] = [newOrderId(), 'tounao-1'];
  const asked = [
    { shopId, way: 'express' as const, lines: [{ skuId, quantity: 1 }] },
    { shopId: 'fenhe', way: 'pickup' as const, lines: [{ skuId: soup, quantity: 1 }] },
  ];
  const priced = await ann.ask('order.previewCheckout', { baskets: asked });
  const baskets = asked.map((basket, index) => {
    const price = priced.baskets[index]?.price;
    if (!price) throw new Error('a basket without a price');
    return { ...basket, seenTotal: price.toPay };
  });
  const addressId = `address-${ann.person.openId}`;
  await ann.ask('order.placeOrder', { checkoutId, addressId, baskets });
  await door.switchOn({ of: 'notify', mishap: 'wrongAmount' });
  await ann.pay((await ann.ask('order.payOrder', { orderId: checkoutId })).payment);
  await answered(checkoutId, 1);
  expect(await answersTo(checkoutId)).toEqual([409]);
  expect([await statusOf(checkoutId), await statusOf(`${checkoutId}-2`)]).toEqual([
    'awaitingPayment',
    'awaitingPayment',
  ]);
  await storefront.advance(15_000);
  await becomes(`${checkoutId}-2`, 'paid');
});

test('a notify that comes twice counts once', async () => {
  const orderId = newOrderId();
  const payment = await openPayment(orderId);
  await door.switchOn({ of: 'notify', mishap: 'twice' });
  await ann.pay(payment);
  await answered(orderId, 2);
  expect(await answersTo(orderId)).toEqual([204, 204]);
  expect((await record(orderId))?.history.map(({ what }) => what)).toEqual(['placed', 'paid']);
});

test('a late notify counts when it comes', async () => {
  const orderId = newOrderId();
  const payment = await openPayment(orderId);
  await door.switchOn({ of: 'notify', mishap: 'delay', delayMs: 120_000 });
  await ann.pay(payment);
  await until(async () => (await door.told(orderId))[0]?.attempts === 0);
  await storefront.advance(120_000);
  await becomes(orderId, 'paid');
});

test('notifies may overtake one another', async () => {
  const [first, second] = [newOrderId(), newOrderId()];
  const payments = [await openPayment(first), await openPayment(second)] as const;
  await door.switchOn({ of: 'notify', mishap: 'reorder' });
  await ann.pay(payments[0]);
  await ann.pay(payments[1]);
  await Promise.all([becomes(first, 'paid'), becomes(second, 'paid')]);
  const paidAt = await Promise.all([first, second].map(async (id) => (await record(id))?.history.at(-1)?.at ?? 0));
  expect(paidAt[0]).toBeGreaterThan(paidAt[1] ?? 0);
});

test('a notify that never comes: the clock asks before it cancels', async () => {
  const orderId = newOrderId();
  const payment = await openPayment(orderId);
  await door.switchOn({ of: 'notify', mishap: 'drop' });
  await ann.pay(payment);
  await until(async () => (await door.told(orderId))[0]?.state === 'abandoned');
  await settle(orderId);
  expect(await statusOf(orderId)).toBe('paid');
});

const ourFaults: readonly [number, Fault][] = [
  [0, 'refused'],
  [0, 'answerLost'],
  [1, 'refused'],
  [1, 'answerLost'],
];
test.each(
  ourFaults,
)('database call %d of a good notify %s: WeChat Pay is asked to send it again', async (at, fault) => {
  const orderId = newOrderId();
  const payment = await openPayment(orderId);
  proxy.plan(at, fault);
  await ann.pay(payment);
  await answered(orderId, 1);
  proxy.pass();
  expect(await answersTo(orderId)).toEqual([500]);
  await storefront.advance(15_000);
  await answered(orderId, 2);
  expect(await answersTo(orderId)).toEqual([500, 204]);
  await settle(orderId);
});

/** What we do at WeChat Pay, and how an order comes there. */
const calls = {
  prepay: { prepare: openPayment, act: (orderId: string) => ann.call('order.payOrder', { orderId }) },
  query: {
    prepare: async (orderId: string) => ann.pay(await openPayment(orderId)),
    act: (orderId: string) => ann.call('order.checkPayment', { orderId }),
  },
  close: { prepare: openPayment, act: (orderId: string) => ann.call('order.cancelOrder', { orderId }) },
  refund: { prepare: paid, act: refund },
} as const;
const wrongCalls = Object.entries(calls).flatMap(([call, scenario]) =>
  callMishaps.map((mishap) => [call as keyof typeof calls, mishap, scenario] as const),
);
test.each(wrongCalls)('%s at WeChat Pay meets %s: the books balance in the end', async (call, mishap, scenario) => {
  const orderId = newOrderId();
  await scenario.prepare(orderId);
  await door.switchOn({ of: 'call', mishap, call });
  await scenario.act(orderId);
  await door.reset();
  await settle(orderId);
});

test('a refund that does not end is waited for', async () => {
  const orderId = await paid(newOrderId());
  await door.switchOn({ of: 'refund', ends: 'PROCESSING' });
  await refund(orderId);
  for (const hours of [1, 5, 20]) {
    await storefront.advance(hours * 3_600_000);
    await storefront.tick();
    expect(await statusOf(orderId)).toBe('refunding');
  }
  await door.endRefund(`${orderId}-${caseId}`, 'SUCCESS');
  await becomes(orderId, 'refunded');
  await settle(orderId);
});

const stuck = async (orderId: string) => {
  const { orders: waiting } = await manager.ask('order.listShopOrders', { shopId, needs: 'answer', words: orderId });
  const [each] = (await manager.ask('order.getShopOrder', { shopId, orderId })).cases;
  return waiting.length === 1 && each?.stuck === true;
};

test('a refund that WeChat Pay cannot send is shown to the shop, and tried again when the bank is asked', async () => {
  const orderId = await paid(newOrderId());
  await door.switchOn({ of: 'refund', ends: 'ABNORMAL' });
  await refund(orderId);
  await until(() => stuck(orderId));
  const retry = { shopId, orderId };
  expect(await manager.ask('order.retryRefund', retry)).toMatchObject({ status: 'refunding', stuck: 1 });
  expect(await stuck(orderId)).toBe(true);

  await door.switchOn({ of: 'notify', mishap: 'drop' });
  await door.endRefund(`${orderId}-${caseId}`, 'SUCCESS');
  expect(await manager.ask('order.retryRefund', retry)).toMatchObject({ status: 'refunded', stuck: 0 });
  await settle(orderId);
});

test('a refund that WeChat Pay closed is tried again under another number, and paid back once', async () => {
  const orderId = await paid(newOrderId());
  await door.switchOn({ of: 'refund', ends: 'CLOSED' });
  await refund(orderId);
  await until(() => stuck(orderId));
  await manager.ask('order.retryRefund', { shopId, orderId });
  await becomes(orderId, 'refunded');
  await settle(orderId);
});

test('money that came for a cancelled order and cannot go back is shown to the shop, and tried again', async () => {
  const orderId = newOrderId();
  const payment = await openPayment(orderId);
  // As after a close that WeChat Pay confirmed and did not make.
  const cancelled = { status: 'cancelled', cancelledAt: Date.now(), version: 9 };
  await storefront.cloudbase.database().collection('orders').doc(orderId).update(cancelled);
  await door.switchOn({ of: 'refund', ends: 'ABNORMAL' });
  await ann.pay(payment);
  const view = () => manager.ask('order.getShopOrder', { shopId, orderId });
  await until(async () => (await view()).stuckMoney === 2790);

  await door.reset();
  const [lost] = (await record(orderId))?.refunds ?? [];
  await door.endRefund(lost?.refundId ?? '', 'SUCCESS');
  await manager.ask('order.retryRefund', { shopId, orderId });
  expect(await view()).toMatchObject({ status: 'refunded' });
  expect((await view()).stuckMoney).toBeUndefined();
});

test.each(['certificate', 'both'] as const)('signed with the %s, everything is as ever', async (signing) => {
  await door.signWith(signing);
  const orderId = await paid(newOrderId());
  await refund(orderId);
  await becomes(orderId, 'refunded');
  await answered(orderId, 1);
  expect((await door.told(orderId)).map(({ answers }) => answers)).toEqual([[204], [204]]);
});
