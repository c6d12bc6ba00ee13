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

/** What the product's page says. */
const sold = async (): Promise<number> => (await ann.ask('shop.getProduct', { productId })).sold;
const anHourPasses = () => storefront.tick('upkeep');

async function buy(orderId: string, quantity: number, skus = skuId, price = 1990): Promise<void> {
  const seenTotal = quantity * price + (quantity * price < 9_900 ? 800 : 0);
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId: skus, quantity, seenTotal }));
}

async function pay(orderId: string): Promise<void> {
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}

test('what a product says was sold is what was, of all its SKUs, and nothing that the shop moved itself', async () => {
  const before = await sold();
  const other = (await ann.ask('shop.getProduct', { productId })).skus.find((sku) => sku.skuId !== skuId);
  if (!other) throw new Error('the cake has one choice only');
  await buy('sold-order-1', 3);
  await pay('sold-order-1');
  await buy('sold-order-2', 1, other.skuId, other.price);
  const moves = [
    { moveId: 'sold-restock', delta: 5, reason: 'restock' },
    { moveId: 'sold-damage', delta: -2, reason: 'damage' },
  ] as const;
  for (const move of moves) await manager.ask('shop.adjustStock', { shopId, skuId, ...move });
  expect(await sold()).toBe(before);
  await anHourPasses();
  expect(await sold()).toBe(before + 4);
  const { products } = await manager.ask('shop.listMyProducts', { shopId });
  expect(products.find((each) => each.productId === productId)?.sold).toBe(before + 4);
});

test('what was never paid, and what came back, was not sold; whatever is counted again stays', async () => {
  const before = await sold();
  await ann.ask('order.cancelOrder', { orderId: 'sold-order-2' });
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'sold-order-1', caseId: 'sold-case', lines, text: '缺货', restock: true };
  await manager.ask('order.refundOrder', refund);
  await storefront.tick();
  await anHourPasses();
  expect(await sold()).toBe(before - 2);
  await anHourPasses();
  expect(await sold()).toBe(before - 2);
});
