import type { BillRecord, ReconciliationRecord } from '../../cloudfunctions/order/reconciliations';
import { expectSettled } from '../support/expectSettled';
import { FaultyProxy } from '../support/FaultyProxy';
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
    WECHAT_PAY_BASE_URL: `${proxy.url}/wechatpay`,
  });
  proxy.target = storefront.emulator.url;
  door = openPayDoor(storefront);
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
  // Nobody bought anything before the story begins, and no day ends within it.
  await orders()
    .where({ payment: storefront.cloudbase.database().command.exists(true) })
    .remove();
  await toHour(12);
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const hour = 3_600_000;
const china = 8 * hour;
const orders = () => storefront.cloudbase.database().collection('orders');

async function now(): Promise<number> {
  return ((await (await fetch(`${storefront.emulator.url}/_emulator/clock`)).json()) as { now: number }).now;
}
const today = async (): Promise<string> => new Date((await now()) + china).toISOString().slice(0, 10);

/** Goes on to the next time that it is this hour in China, and a minute. */
async function toHour(wanted: number): Promise<void> {
  const day = 24 * hour;
  const into = ((await now()) + china) % day;
  await storefront.advance(((wanted * hour - into + day) % day) + 60_000);
}

async function openPayment(orderId: string) {
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: 2790 }));
  return (await ann.ask('order.payOrder', { orderId })).payment;
}
const statusOf = async (orderId: string) => (await ann.ask('order.getOrder', { orderId })).status;

async function paid(orderId: string): Promise<void> {
  await ann.pay(await openPayment(orderId));
  await until(async () => (await statusOf(orderId)) === 'paid');
}

async function read<Stored>(collection: string, date: string): Promise<Stored | undefined> {
  const { data } = await storefront.cloudbase.database().collection(collection).doc(date).get();
  return data[0] as Stored | undefined;
}
const reconciliationOf = (date: string) => read<ReconciliationRecord>('reconciliations', date);
const finishedAt = async (date: string) => (await read<BillRecord>('bills', date))?.finishedAt;

/** The clock works until the day is compared; the two days before it come first. */
const compared = (date: string) =>
  until(async () => {
    await storefront.tick();
    return (await finishedAt(date)) !== undefined;
  });

test('the bill of the day finds what was paid there and not here, and here and not there, and settles what it can', async () => {
  const date = await today();
  await paid('bill-as-it-is');
  // The notify never came, and somebody cancelled in our records what was paid.
  await door.switchOn({ of: 'notify', mishap: 'drop' });
  await ann.pay(await openPayment('bill-missed-1'));
  await orders().doc('bill-missed-1').update({ status: 'cancelled', cancelledAt: 1, version: 9 });
  // Somebody wrote into our records that an order was paid, and that another one cost more.
  await openPayment('bill-invented');
  const invented = { transactionId: '42', amount: 2790, paidAt: await now() };
  const { command: _ } = storefront.cloudbase.database();
  await orders()
    .doc('bill-invented')
    .update({ status: 'paid', payment: _.set(invented), due: _.remove() });
  await paid('bill-tampered');
  await orders().doc('bill-tampered').update({ 'payment.amount': 9790, 'price.toPay': 9790 });
  // A refund that ended, and nobody told us.
  await paid('bill-refunded');
  await door.switchOn({ of: 'notify', mishap: 'drop' });
  const lines = [{ skuId, quantity: 1 }];
  await manager.ask('order.refundOrder', {
    shopId,
    orderId: 'bill-refunded',
    caseId: 'case-bill',
    lines,
    text: '缺货',
    restock: true,
  });
  await orders().where({ _id: 'bill-refunded' }).update({ 'refunds.0.state': 'abnormal', due: _.remove() });

  await toHour(9);
  await storefront.tick();
  expect(await finishedAt(date)).toBeUndefined();
  await toHour(10);
  await compared(date);
  expect(await reconciliationOf(date)).toEqual({
    _id: date,
    paidThereNotHere: [{ orderId: 'bill-missed-1', transactionId: expect.any(String), amount: 2790 }],
    paidHereNotThere: [{ orderId: 'bill-invented', amount: 2790 }],
    amountDiffers: [{ orderId: 'bill-tampered', here: 9790, there: 2790 }],
    refundDiffers: [
      {
        ...{ orderId: 'bill-refunded', refundId: 'bill-refunded-case-bill', here: 2790, there: 2790 },
        ...{ stateHere: 'abnormal', stateThere: 'done' },
      },
    ],
  });
  expect(await statusOf('bill-refunded')).toBe('refunded');
  await until(async () => {
    await storefront.tick();
    return (await statusOf('bill-missed-1')) === 'refunded';
  });
  await expectSettled(storefront, ['bill-as-it-is', 'bill-refunded']);
});

test('a day is compared once', async () => {
  const date = new Date((await now()) + china - 24 * hour).toISOString().slice(0, 10);
  const before = await finishedAt(date);
  proxy.pass();
  await storefront.tick();
  expect(proxy.calls.filter((call) => call.includes('/bill'))).toEqual([]);
  expect(await finishedAt(date)).toBe(before);
});

test('whichever call of the comparison goes wrong, the next run finds the same', async () => {
  await toHour(12);
  const date = await today();
  await door.switchOn({ of: 'notify', mishap: 'drop' });
  await ann.pay(await openPayment('bill-missed-2'));
  await orders().doc('bill-missed-2').update({ due: storefront.cloudbase.database().command.remove() });
  await storefront.tick();
  proxy.pass();
  await storefront.tick();
  const first = proxy.calls.findIndex((call) => call.endsWith(' bills'));
  expect(first).toBeGreaterThan(-1);
  await toHour(10);
  let runs = 0;
  while ((await finishedAt(date)) === undefined) {
    proxy.plan(first + runs, runs % 2 === 0 ? 'refused' : 'answerLost');
    await storefront.tick();
    runs += 1;
  }
  // Read the day, fetch the bill, read its orders, note the difference, settle it …: each of them failed once.
  expect(runs).toBeGreaterThan(6);
  proxy.pass();
  expect(await reconciliationOf(date)).toMatchObject({
    paidThereNotHere: [{ orderId: 'bill-missed-2' }],
    paidHereNotThere: [],
    amountDiffers: [],
    refundDiffers: [],
  });
  expect(await statusOf('bill-missed-2')).toBe('paid');
});

test('a day without payments has an empty bill; one that is not made yet is asked for again', async () => {
  const date = await today();
  await toHour(10);
  await door.switchOn({ of: 'call', mishap: 'tooOften', call: 'bill' });
  await storefront.tick();
  expect(await finishedAt(date)).toBeUndefined();
  await compared(date);
  expect(await reconciliationOf(date)).toMatchObject({ paidThereNotHere: [], paidHereNotThere: [] });
});
