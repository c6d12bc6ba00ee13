import type { Input, OperationName } from '../../shared/contract';
import { fen } from '../../shared/kernel/money';
import { FaultyProxy } from '../support/FaultyProxy';
import { bindShop } from '../support/OfficialDoor';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

// In production each call is a round trip. Here each takes 40 ms, so calls that are made side by side overlap, and what
// is counted is how often a function waits.

let proxy: FaultyProxy;
let storefront: Storefront;
let ann: Caller;
let clerk: Caller;
let owner: Caller;

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const orderId = 'budget-00001';

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }),
    WECHAT_PAY_BASE_URL: `${proxy.url}/wechatpay`,
  });
  proxy.target = storefront.emulator.url;
  [ann, clerk, owner] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(sellers.clerk),
    storefront.as(sellers.owner),
  ]);
  await ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: 1990 + 800 }));
  const door = await bindShop(storefront, owner, shopId);
  await owner.ask('fan.setFollowBenefit', { shopId, benefit: { kind: 'followerPrice' }, places: [], text: '' });
  await owner.ask('shop.setFollowerPrice', { shopId, skuId: 'vinegar-3y-1', followerPrice: fen(100) });
  await door.follow(ann.person);
  await door.settled();
  proxy.latencyMs = 40;
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

async function expectWaits<Name extends OperationName>(who: Caller, name: Name, input: Input<Name>, most: number) {
  proxy.pass();
  await who.ask(name, input);
  if (proxy.waits === 0 || proxy.waits > most) {
    throw new Error(`${name} waits ${proxy.waits} times and may wait ${most}: ${proxy.calls.join(', ')}`);
  }
}

const five = ['taigu-cake-1', 'taigu-cake-2', 'vinegar-3y-1', 'garlic-vinegar-1', 'millet-qinzhou-1'];

test('placeOrder of five lines with a coupon, one at the follower’s price, waits four times: gather, take, write, drop the notes', async () => {
  await ann.ask('coupon.claimCoupon', { templateId: 'jinmei-welcome', claimId: 'budget-claim' });
  const lines = five.map((each) => ({ skuId: each, quantity: 1 }));
  const { baskets, toPay } = await ann.ask('order.previewCheckout', { baskets: [{ shopId, lines }] });
  const { couponId, price } = baskets[0] ?? {};
  if (!couponId) throw new Error('no coupon was suggested');
  expect(price).toMatchObject({ followerOff: expect.any(Number), discount: 0, couponOff: 1_000 });
  expect(price?.followerOff).toBeGreaterThan(0);
  await expectWaits(
    ann,
    'order.placeOrder',
    {
      checkoutId: 'budget-five1',
      addressId: `address-${ann.person.openId}`,
      baskets: [{ shopId, way: 'express', lines, couponId, seenTotal: fen(toPay ?? 0) }],
    },
    4,
  );
});

test('with a gift, previewCheckout and placeOrder wait once more: for the gift’s stock', async () => {
  const terms = { from: fen(0), scope: { kind: 'everything' }, claimFrom: 0, claimUntil: Date.now() + 60_000 } as const;
  const benefit = { kind: 'gift', skuId: 'garlic-vinegar-1', quantity: 1 } as const;
  await owner.ask('coupon.saveCouponTemplate', {
    ...{ shopId, templateId: 'budget-gift', name: '赠醋', benefit, ...terms },
    ...{ validity: { kind: 'days', days: 3 }, perPerson: 1, budget: 5 },
  });
  const { couponId } = await ann.ask('coupon.claimCoupon', { templateId: 'budget-gift', claimId: 'budget-gift1' });
  const lines = [{ skuId, quantity: 1 }];
  await expectWaits(ann, 'order.previewCheckout', { baskets: [{ shopId, lines, couponId }] }, 2);
  const wanted = orderOf(ann.person, { orderId: 'budget-gift1', skuId, seenTotal: 1990 + 800, couponId });
  await expectWaits(ann, 'order.placeOrder', wanted, 5);
});

test('payOrder waits for the order and for WeChat Pay', () => expectWaits(ann, 'order.payOrder', { orderId }, 2));
test('getOrder waits once', () => expectWaits(ann, 'order.getOrder', { orderId }, 1));
test('listOrders waits once', () => expectWaits(ann, 'order.listOrders', {}, 1));
test('previewCheckout waits once', () =>
  expectWaits(ann, 'order.previewCheckout', { baskets: [{ shopId, lines: [{ skuId, quantity: 1 }] }] }, 1));
test('getCart waits three times', () => expectWaits(ann, 'order.getCart', {}, 3));
test('claiming a coupon waits to read, to count, to write and to drop the note', () =>
  expectWaits(ann, 'coupon.claimCoupon', { templateId: 'jinmei-freight', claimId: 'budget-freight' }, 4));
test('coupons to claim, and one’s own, wait once', async () => {
  await expectWaits(ann, 'coupon.listClaimable', { shopId }, 1);
  await expectWaits(ann, 'coupon.listMyCoupons', { state: 'usable' }, 1);
});
test('a list for staff waits for the role first', () => expectWaits(clerk, 'order.listShopOrders', { shopId }, 2));

test('sending off waits for the role, the order, the change, WeChat told, for the note of that, and for the audit log', async () => {
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
  const parcels = [{ carrier: 'SF', trackingNumber: 'SF1234567890' } as const];
  await expectWaits(clerk, 'order.shipOrder', { shopId, orderId, parcels }, 5);
});

test('a shop’s front waits once; with banners once more, for what they lead to', async () => {
  await expectWaits(ann, 'shop.getShopHome', { shopId }, 1);
  const { banners: _none, ...front } = await owner.ask('shop.getShopFront', { shopId });
  const picture = 'cloud://a.b/banner.jpg';
  const banners = [
    { picture, target: { page: 'product', productId: 'pear-yulu' } as const },
    { picture, target: { page: 'article', articleId: 'vinegar-yard' } as const },
  ];
  await owner.ask('shop.saveShopFront', { ...front, shopId, banners });
  await expectWaits(ann, 'shop.getShopHome', { shopId }, 2);
});
