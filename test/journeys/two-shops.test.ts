import { fen } from '../../shared/kernel/money';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  ann = await storefront.as(shoppers[0]);
});
afterAll(() => storefront.close());

/** A cake of the first shop, and the soup of the second. */
const cake = 'taigu-cake-1';
const soup = 'tounao-1';
const basketsOf = (soups: number, seen: readonly [number, number]) => [
  { shopId: 'jinmei', way: 'express' as const, lines: [{ skuId: cake, quantity: 1 }], seenTotal: fen(seen[0]) },
  { shopId: 'fenhe', way: 'pickup' as const, lines: [{ skuId: soup, quantity: soups }], seenTotal: fen(seen[1]) },
];
let soupPrice = 0;
beforeAll(async () => {
  soupPrice = (await stockBooks(storefront.cloudbase, soup)).sku.price;
});

const place = (checkoutId: string, soups = 1) =>
  ann.call('order.placeOrder', {
    checkoutId,
    addressId: `address-${ann.person.openId}`,
    baskets: basketsOf(soups, [1990 + 800, soups * soupPrice]),
  });
const statuses = async (checkoutId: string) =>
  Promise.all(
    [checkoutId, `${checkoutId}-2`].map(async (orderId) => (await ann.ask('order.getOrder', { orderId })).status),
  );
const stocks = async () =>
  Promise.all([cake, soup].map(async (skuId) => (await stockBooks(storefront.cloudbase, skuId)).sku.stock));

test('a cart of two shops is one order for each shop and one payment', async () => {
  const placed = await place('two-shops-01');
  expect(placed).toMatchObject({
    ok: true,
    value: { orders: [{ orderId: 'two-shops-01' }, { orderId: 'two-shops-01-2' }], toPay: 2790 + soupPrice },
  });
  expect(await place('two-shops-01')).toEqual(placed);

  await ann.pay((await ann.ask('order.payOrder', { orderId: 'two-shops-01-2' })).payment);
  await until(async () => (await statuses('two-shops-01')).join() === 'paid,paid');

  const neighbour = await storefront.as(sellers.neighbour);
  const theirs = await neighbour.ask('order.listShopOrders', { shopId: 'fenhe' });
  expect(theirs.orders.map((order) => order.orderId)).toEqual(['two-shops-01-2']);
});

test('each shop refunds its own part, to the fen', async () => {
  const manager = await storefront.as(sellers.manager);
  const lines = [{ skuId: cake, quantity: 1 }];
  const refund = { shopId: 'jinmei', orderId: 'two-shops-01', caseId: 'part-0001', lines, text: '缺货', restock: true };
  expect((await manager.ask('order.refundOrder', refund)).amount).toBe(2790);
  await until(async () => {
    await storefront.tick();
    return (await statuses('two-shops-01')).join() === 'refunded,paid';
  });
});

test('what one shop is short of keeps the other shop’s order from being placed, and takes no stock', async () => {
  const before = await stocks();
  const tooMany = (before[1] ?? 0) + 1;
  expect(await place('two-shops-02', tooMany)).toMatchObject({ refusal: { code: 'OUT_OF_STOCK', skuId: soup } });
  expect(await stocks()).toEqual(before);
  const found = await storefront.cloudbase.database().collection('orders').doc('two-shops-02').get();
  expect(found.data).toEqual([]);
});

test('unpaid, they end together: cancelling one cancels both, and WeChat Pay takes no money any more', async () => {
  const before = await stocks();
  await place('two-shops-03');
  const { payment } = await ann.ask('order.payOrder', { orderId: 'two-shops-03' });
  await ann.ask('order.cancelOrder', { orderId: 'two-shops-03-2' });
  expect(await statuses('two-shops-03')).toEqual(['cancelled', 'cancelled']);
  expect((await ann.pay(payment)).errMsg).toMatch(/^requestPayment:fail/);
  expect(await stocks()).toEqual(before);
});

test('a lost notify does not lose the money: the clock asks WeChat Pay before it cancels', async () => {
  await place('two-shops-04');
  const { payment } = await ann.ask('order.payOrder', { orderId: 'two-shops-04' });
  await ann.pay(payment);
  await storefront.advance(15 * 60_000 + 1_000);
  await storefront.tick();
  expect(await statuses('two-shops-04')).toEqual(['paid', 'paid']);
});
