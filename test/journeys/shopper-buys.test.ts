import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let seller: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, seller] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.owner)]);
});
afterAll(() => storefront.close());

const stockOf = async (skuId: string): Promise<number> => {
  const { data } = await storefront.cloudbase.database().collection('skus').doc(skuId).get();
  return data[0].stock;
};

test('a shopper finds a vinegar, buys two, pays; the seller sees the stock down and the order in', async () => {
  const home = await ann.ask('shop.getShopHome', { shopId: 'jinmei' });
  expect(home.featured.products).toHaveLength(20);
  const product = await ann.ask('shop.getProduct', { productId: 'vinegar-8y' });
  const sku = product.skus[0];
  if (!sku) throw new Error('the vinegar has no SKU');

  await ann.ask('order.setCartLine', { skuId: sku.skuId, quantity: 2 });
  const cart = await ann.ask('order.getCart', {});
  expect(cart.lines).toMatchObject([{ skuId: sku.skuId, quantity: 2, price: sku.price, stock: sku.stock }]);

  const lines = [{ skuId: sku.skuId, quantity: 2 }];
  const preview = await ann.ask('order.previewCheckout', { baskets: [{ shopId: 'jinmei', lines }] });
  expect(preview.baskets[0]?.price).toEqual({
    ...{ goods: 7980, followerOff: 0, discount: 0, couponOff: 0 },
    ...{ freight: 800, freightOff: 0, toPay: 8780 },
  });

  const orderId = 'order-buys-0001';
  const wanted = orderOf(ann.person, { orderId, skuId: sku.skuId, quantity: 2, seenTotal: 8780 });
  const placed = await ann.ask('order.placeOrder', wanted);
  expect(placed).toMatchObject({ orders: [{ orderId, status: 'awaitingPayment' }], toPay: 8780 });
  expect((await ann.ask('order.getCart', {})).lines).toEqual([]);

  const { payment } = await ann.ask('order.payOrder', { orderId });
  expect(await ann.pay(payment)).toMatchObject({ errMsg: 'requestPayment:ok' });
  expect((await ann.ask('order.checkPayment', { orderId })).status).toBe('paid');
  expect(await ann.ask('order.getOrder', { orderId })).toMatchObject({ status: 'paid', toPay: 8780 });

  const [incoming] = (await seller.ask('order.listShopOrders', { shopId: 'jinmei' })).orders;
  expect(incoming).toMatchObject({ orderId, status: 'paid', toPay: 8780 });
  expect(await stockOf(sku.skuId)).toBe(sku.stock - 2);
  const [move] = (await seller.ask('shop.listStockMoves', { shopId: 'jinmei', skuId: sku.skuId })).moves;
  expect(move).toMatchObject({ delta: -2, reason: 'sale' });
});

test('a notify alone makes the order paid', async () => {
  const orderId = 'order-notify-01';
  await placeOne(orderId, 'millet-qinzhou-1', 2980);
  const { payment } = await ann.ask('order.payOrder', { orderId });
  await ann.pay(payment);
  await until(async () => (await ann.ask('order.getOrder', { orderId })).status === 'paid');
});

const placeOne = async (orderId: string, skuId: string, price: number) =>
  ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: price + 800 }));
