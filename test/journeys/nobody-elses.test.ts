import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let bob: Caller;
let clerk: Caller;
let neighbour: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, bob, clerk, neighbour] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
    storefront.as(sellers.clerk),
    storefront.as(sellers.neighbour),
  ]);
  await ann.ask(
    'order.placeOrder',
    orderOf(ann.person, { orderId: 'anns-order-01', skuId: 'taigu-cake-1', seenTotal: 1990 + 800 }),
  );
  await ann.ask('order.setCartLine', { skuId: 'taigu-cake-2', quantity: 3 });
});
afterAll(() => storefront.close());

const notFound = (what: string) => ({ ok: false, refusal: { code: 'NOT_FOUND', what } });

test.each([
  'getOrder',
  'payOrder',
  'checkPayment',
  'cancelOrder',
  'confirmReceipt',
  'buyAgain',
] as const)('another person’s order is not there for order.%s', async (operation) => {
  expect(await bob.send('order', { operation, input: { orderId: 'anns-order-01' } })).toEqual(notFound('order'));
});

test('another person’s order id cannot be placed over', async () => {
  const answer = await bob.call(
    'order.placeOrder',
    orderOf(bob.person, { orderId: 'anns-order-01', skuId: 'taigu-cake-1', seenTotal: 1990 + 800 }),
  );
  expect(answer).toEqual({ ok: false, refusal: { code: 'CHECKOUT_ID_TAKEN' } });
});

test('another person’s address can neither be sent to, nor overwritten, nor removed', async () => {
  const addressId = `address-${ann.person.openId}`;
  const wanted = { orderId: 'bobs-order-01', skuId: 'taigu-cake-1', seenTotal: 1990 + 800 };
  const order = { ...orderOf(bob.person, wanted), addressId };
  expect(await bob.call('order.placeOrder', order)).toEqual(notFound('address'));
  const overwrite = {
    addressId,
    name: '鲍勃',
    phone: '13900000000',
    region: ['山西省', '太原市', '小店区'] as [string, string, string],
    detail: '平阳路 1 号',
    isDefault: true,
  };
  expect(await bob.call('order.saveAddress', overwrite)).toEqual(notFound('address'));
  await bob.ask('order.removeAddress', { addressId });
  expect((await ann.ask('order.listAddresses', {})).addresses).toMatchObject([{ addressId, name: ann.person.name }]);
});

test('a cart is its owner’s: the same SKU in another cart is another line', async () => {
  await bob.ask('order.setCartLine', { skuId: 'taigu-cake-2', quantity: 0 });
  expect((await bob.ask('order.getCart', {})).lines).toEqual([]);
  expect((await ann.ask('order.getCart', {})).lines).toMatchObject([{ skuId: 'taigu-cake-2', quantity: 3 }]);
});

test('a shopper, and another shop’s owner, cannot act as staff', async () => {
  for (const stranger of [bob, neighbour]) {
    for (const [domain, operation, input] of [
      ['shop', 'listStock', { shopId: 'jinmei' }],
      ['shop', 'listStockMoves', { shopId: 'jinmei', skuId: 'taigu-cake-1' }],
      [
        'shop',
        'adjustStock',
        { shopId: 'jinmei', moveId: 'hack-0001', skuId: 'taigu-cake-1', delta: 5, reason: 'other' },
      ],
      ['shop', 'undoAdjustment', { shopId: 'jinmei', moveId: 'hack-0001' }],
      ['order', 'listShopOrders', { shopId: 'jinmei' }],
    ] as const) {
      expect(await stranger.send(domain, { operation, input })).toEqual({
        ok: false,
        refusal: { code: 'NOT_ALLOWED' },
      });
    }
  }
});

test('staff of one shop cannot reach another shop’s SKU through their own shop’s id', async () => {
  const forged = { shopId: 'fenhe', moveId: 'hack-0002', skuId: 'taigu-cake-1', delta: 5, reason: 'other' } as const;
  expect(await neighbour.call('shop.adjustStock', forged)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
  expect(await neighbour.ask('shop.listStockMoves', { shopId: 'fenhe', skuId: 'taigu-cake-1' })).toEqual({ moves: [] });
});

test('staff see their shop’s orders; a shopper never sees a shop’s other orders', async () => {
  expect((await clerk.ask('order.listShopOrders', { shopId: 'jinmei' })).orders[0]?.orderId).toBe('anns-order-01');
  const mine = await bob.ask('order.listOrders', {});
  expect(mine.orders.every((order) => order.orderId.startsWith('demo02'))).toBe(true);
});

test('somebody who is not signed in may look and not touch', async () => {
  const nobody = await storefront.asNobody();
  const home = await nobody.send('shop', { operation: 'getShopHome', input: { shopId: 'jinmei' } });
  const cart = await nobody.send('order', { operation: 'getCart', input: {} });
  expect([home, cart]).toMatchObject([{ ok: true }, { ok: false, refusal: { code: 'SIGN_IN_REQUIRED' } }]);
});
