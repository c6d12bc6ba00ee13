import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const productId = 'taigu-cake';
const skuId = 'taigu-cake-1';

let storefront: Storefront;
let ann: Caller;
let manager: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
});
afterAll(() => storefront.close());

/** What the product's page says, once the hour is over. */
async function soldAfterTheHour(): Promise<number> {
  await storefront.tick('upkeep');
  return (await ann.ask('shop.getProduct', { productId })).sold;
}

async function buy(orderId: string, quantity: number, skus = skuId, price = 1990): Promise<void> {
  const seenTotal = quantity * price + (quantity * price < 9_900 ? 800 : 0);
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId: skus, quantity, seenTotal }));
}

async function pay(orderId: string): Promise<void> {
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}

test('what a product says was sold is what was, less what was never paid and what came back', async () => {
  const before = await soldAfterTheHour();
  await buy('sold-order-1', 3);
  await pay('sold-order-1');
  expect(await soldAfterTheHour()).toBe(before + 3);
  expect(await soldAfterTheHour()).toBe(before + 3);

  await buy('sold-order-2', 2);
  await ann.ask('order.cancelOrder', { orderId: 'sold-order-2' });
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'sold-order-1', caseId: 'sold-case', lines, text: '缺货', restock: true };
  await manager.ask('order.refundOrder', refund);
  await storefront.tick();
  expect(await soldAfterTheHour()).toBe(before + 2);
});

test('what the shop moves itself is no sale', async () => {
  const before = await soldAfterTheHour();
  const moves = [
    { moveId: 'sold-restock', delta: 5, reason: 'restock' },
    { moveId: 'sold-damage', delta: -2, reason: 'damage' },
  ] as const;
  for (const move of moves) await manager.ask('shop.adjustStock', { shopId, skuId, ...move });
  expect(await soldAfterTheHour()).toBe(before);
});

test('all SKUs of a product count, and its seller sees the same; what is saved anew keeps the count', async () => {
  const before = await soldAfterTheHour();
  const other = (await ann.ask('shop.getProduct', { productId })).skus.find((sku) => sku.skuId !== skuId);
  if (!other) throw new Error('the cake has one choice only');
  await buy('sold-order-3', 1);
  await buy('sold-order-4', 1, other.skuId, other.price);
  expect(await soldAfterTheHour()).toBe(before + 2);
  const { products } = await manager.ask('shop.listMyProducts', { shopId });
  expect(products.find((each) => each.productId === productId)?.sold).toBe(before + 2);
});
