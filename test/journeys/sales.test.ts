import type { Output } from '../../shared/contract';
import { chinaDay, oneDay } from '../../shared/kernel/chinaTime';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
/** Fen. */
const price = 1990;
const cost = 1500;

let storefront: Storefront;
let ann: Caller;
let manager: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
  const database = storefront.cloudbase.database();
  await database.collection('orders').where({}).remove();
  await database.collection('skus').doc(skuId).update({ cost: database.command.remove() });
});
afterAll(() => storefront.close());

const setCost = (each: number) => storefront.cloudbase.database().collection('skus').doc(skuId).update({ cost: each });

async function buy(orderId: string, quantity: number): Promise<void> {
  const seenTotal = price * quantity + 800;
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, quantity, seenTotal }));
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}

const refund = (orderId: string, caseId: string, restock: boolean) =>
  manager.ask('order.refundOrder', {
    ...{ shopId, orderId, caseId, text: '少发了', restock },
    lines: [{ skuId, quantity: 1 }],
  });

async function salesOf(day?: string): Promise<Output<'order.getSales'>> {
  const to = chinaDay(await storefront.now());
  return manager.ask('order.getSales', { shopId, from: day ?? to, to: day ?? to });
}
const cake = ({ goods }: Output<'order.getSales'>) => goods.find((each) => each.skuId === skuId);

test('what was sold, what it brought above its cost then, and how long the rest lasts', async () => {
  await buy('sales-order-0', 1);
  expect(cake(await salesOf())).not.toHaveProperty('profit');
  await setCost(cost);
  await buy('sales-order-1', 3);
  await setCost(1);
  const sales = await salesOf();
  const { stock = 0, daysLeft } = cake(sales) ?? {};
  expect(cake(sales)).toMatchObject({ pieces: 4, amount: 4 * price, profit: 3 * (price - cost) });
  expect(daysLeft).toBe(Math.floor(stock / 4));
  expect(sales.total).toEqual({ pieces: 4, amount: 4 * price, profit: 3 * (price - cost), costed: 3 * price });
  expect(sales.days).toEqual([expect.objectContaining({ pieces: 4, amount: 4 * price })]);
  expect(sales.idle.map((each) => each.skuId)).not.toContain(skuId);
  expect(sales.idle.length).toBeGreaterThan(0);
});

test('a refund takes its money away, and its piece only when the shop has that again', async () => {
  await refund('sales-order-0', 'case-sales-0', true);
  await until(async () => cake(await salesOf())?.pieces === 3);
  expect(cake(await salesOf())).toMatchObject({ amount: 3 * price });
  await refund('sales-order-1', 'case-sales-1', false);
  await until(async () => cake(await salesOf())?.amount === 2 * price);
  expect(cake(await salesOf())).toMatchObject({ pieces: 3 });
});

test('no shopper hears what it cost', async () => {
  const heard = await Promise.all([
    ann.ask('order.getOrder', { orderId: 'sales-order-1' }),
    ann.ask('order.listOrders', {}),
    ann.ask('shop.getProduct', { productId: 'taigu-cake' }),
    ann.ask('crm.exportMyData', {}),
  ]);
  expect(JSON.stringify(heard)).not.toMatch(/"costs?"/);
  let next: string | undefined;
  const collections: string[] = [];
  do {
    const part = await ann.ask('crm.exportMyData', next ? { after: next } : {});
    expect(JSON.stringify(part)).not.toMatch(/"costs?"/);
    if (part.records.length > 0) collections.push(part.collection);
    next = part.next;
  } while (next);
  expect(collections).toContain('orders');
});

test('a late payment of a cancelled order sold nothing', async () => {
  const before = (await salesOf()).total;
  const orderId = 'sales-order-2';
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: price + 800 }));
  const { payment } = await ann.ask('order.payOrder', { orderId });
  const orders = storefront.cloudbase.database().collection('orders');
  await orders.doc(orderId).update({ status: 'cancelled', cancelledAt: await storefront.now(), version: 9 });
  await ann.pay(payment);
  await ann.ask('order.checkPayment', { orderId });
  expect((await salesOf()).total).toEqual(before);
});

test('days that are over are kept, and say the same when their orders are gone', async () => {
  const day = chinaDay(await storefront.now());
  await storefront.advance(5 * oneDay);
  const { total, days } = await salesOf(day);
  expect(total.pieces).toBe(3);
  await storefront.cloudbase.database().collection('orders').where({}).remove();
  expect(await salesOf(day)).toMatchObject({ total, days });
});
