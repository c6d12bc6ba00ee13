import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { until } from '../support/until';
import { shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  ann = await storefront.as(shoppers[0]);
});
afterAll(() => storefront.close());

const skuId = 'honey-locust-2';
const place = (orderId: string) =>
  ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: 7300 }));
const statusOf = async (orderId: string) => (await ann.ask('order.getOrder', { orderId })).status;
const stock = async () => (await stockBooks(storefront.cloudbase, skuId)).sku.stock;

test('a cancelled order gives its stock back once, however often it is cancelled', async () => {
  const before = await stock();
  await place('cancel-me-001');
  expect(await stock()).toBe(before - 1);

  const cancel = () => ann.call('order.cancelOrder', { orderId: 'cancel-me-001' });
  await Promise.all([cancel(), cancel(), cancel()]);
  expect(await cancel()).toEqual({ ok: true, value: { orderId: 'cancel-me-001', status: 'cancelled' } });
  const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
  expect([sku.stock, adjusted]).toEqual([before, before]);
});

test('a payment that wins the race against the cancel is honoured', async () => {
  await place('race-order-01');
  const { payment } = await ann.ask('order.payOrder', { orderId: 'race-order-01' });
  await ann.pay(payment);
  expect(await ann.call('order.cancelOrder', { orderId: 'race-order-01' })).toEqual({
    ok: false,
    refusal: { code: 'NOT_CANCELLABLE', status: 'paid' },
  });
  expect(await statusOf('race-order-01')).toBe('paid');
});

test('a cancelled order cannot be paid: WeChat Pay closed it first', async () => {
  await place('closed-order-1');
  const { payment } = await ann.ask('order.payOrder', { orderId: 'closed-order-1' });
  await ann.ask('order.cancelOrder', { orderId: 'closed-order-1' });
  expect((await ann.pay(payment)).errMsg).toMatch(/^requestPayment:fail/);
  expect(await statusOf('closed-order-1')).toBe('cancelled');
});

test('a payment that arrives for a cancelled order is refunded by itself, and its stock is back', async () => {
  const before = await stock();
  await place('late-money-01');
  const { payment } = await ann.ask('order.payOrder', { orderId: 'late-money-01' });
  // A cancel of ours closes the payment first. Only a cancel that never reached WeChat Pay leaves this door open.
  const db = storefront.cloudbase.database();
  const release = { moveId: `release-late-money-01-${skuId}`, skuId, quantity: 1, reason: 'release' };
  const cancelled = { status: 'cancelled', cancelledAt: 1, due: 1, stockReturns: db.command.set([release]) };
  await db.collection('orders').doc('late-money-01').update(cancelled);
  await storefront.tick();
  expect(await stock()).toBe(before);

  await ann.pay(payment);
  await until(async () => {
    await storefront.tick();
    return (await statusOf('late-money-01')) === 'refunded';
  });
  expect((await stockBooks(storefront.cloudbase, skuId)).adjusted).toBe(before);
});

test('a forged notify changes nothing and is not thanked for', async () => {
  await place('forged-notify');
  const response = await fetch(`${storefront.emulator.url}/wechat/payNotify`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'wechatpay-timestamp': String(Math.floor(Date.now() / 1000)),
      'wechatpay-nonce': 'n',
      'wechatpay-serial': 'PUB_KEY_ID_forged',
      'wechatpay-signature': 'Zm9yZ2Vk',
    },
    body: JSON.stringify({ resource: { ciphertext: '', nonce: '' } }),
  });
  expect(response.status).toBe(401);
  expect(await statusOf('forged-notify')).toBe('awaitingPayment');
  await ann.ask('order.cancelOrder', { orderId: 'forged-notify' });
});

test('after fifteen minutes the timer cancels an unpaid order and its stock is back; notes of stock are settled', async () => {
  const before = await stock();
  await place('forgotten-001');
  await storefront.advance(15 * 60_000 + 1_000);
  await storefront.tick();
  expect(await statusOf('forgotten-001')).toBe('cancelled');
  expect(await stock()).toBe(before);
  expect(await ann.call('order.payOrder', { orderId: 'forgotten-001' })).toMatchObject({
    ok: false,
    refusal: { code: 'NOT_PAYABLE', status: 'cancelled' },
  });

  await storefront.advance(180_000);
  await until(async () => {
    await storefront.tick();
    return (await stockBooks(storefront.cloudbase, skuId)).sku.pendingCount === 0;
  });
  expect((await stockBooks(storefront.cloudbase, skuId)).adjusted).toBe(before);
});

test('nobody but the timer can start the chores', async () => {
  for (const timer of ['timers', 'upkeep']) {
    expect(await ann.send(timer, { Type: 'Timer' })).toEqual({ refused: 'only the timer may call this' });
  }
});
