import type { CouponRecord } from '../../cloudfunctions/coupon/coupons';
import type { Input } from '../../shared/contract';
import { expectSettled } from '../support/expectSettled';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let bob: Caller;
let manager: Caller;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, bob, manager, owner] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
    storefront.as(sellers.manager),
    storefront.as(sellers.owner),
  ]);
  await owner.ask('coupon.saveCouponTemplate', tenOff);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const day = 86_400_000;
const tenOff: Input<'coupon.saveCouponTemplate'> = {
  ...{ shopId, templateId: 'ten-off', name: '减五元', benefit: { kind: 'amount', off: 500 }, from: 1_500 },
  ...{ scope: { kind: 'categories', categoryIds: ['pastry'] }, claimFrom: 0, claimUntil: Date.now() + 90 * day },
  ...{ validity: { kind: 'days', days: 5 }, perPerson: 10, budget: 20 },
};
const full = 1990 + 800;

let claims = 0;
async function claim(): Promise<string> {
  claims += 1;
  return (await ann.ask('coupon.claimCoupon', { templateId: 'ten-off', claimId: `claim-${claims}` })).couponId;
}
const place = (orderId: string, couponId: string, seenTotal = full - 500, who = ann) =>
  who.call('order.placeOrder', orderOf(who.person, { orderId, skuId, seenTotal, couponId }));
async function couponOf(couponId: string): Promise<CouponRecord | undefined> {
  const { data } = await storefront.cloudbase.database().collection('coupons').doc(couponId).get();
  return data[0] as CouponRecord | undefined;
}
async function pay(orderId: string): Promise<void> {
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}
const notUsable = (because: string) => ({
  ok: false,
  refusal: { code: 'COUPON_NOT_USABLE', shopId, whyNot: { because } },
});

test('the checkout suggests the best coupon, explains the price, and the order charges just that', async () => {
  const couponId = await claim();
  const lines = [{ skuId, quantity: 1 }];
  const { baskets, toPay } = await ann.ask('order.previewCheckout', { baskets: [{ shopId, lines }] });
  expect(baskets[0]).toMatchObject({
    couponId,
    coupons: [{ couponId, saves: 500 }],
    price: { goods: 1990, discount: 0, couponOff: 500, freight: 800, freightOff: 0, toPay: full - 500 },
  });
  expect(toPay).toBe(full - 500);
  const without = await ann.ask('order.previewCheckout', { baskets: [{ shopId, lines, couponId: 'none' }] });
  expect([without.toPay, without.baskets[0]?.couponId]).toEqual([full, undefined]);

  const placed = await place('coupon-order-1', couponId);
  expect(placed).toMatchObject({ ok: true, value: { toPay: full - 500 } });
  expect(await place('coupon-order-1', couponId)).toEqual(placed);
  expect(await ann.ask('order.getOrder', { orderId: 'coupon-order-1' })).toMatchObject({
    coupon: { name: '减五元', state: 'spent' },
    lines: [{ price: 1990, paid: 1490 }],
  });
  const mine = await ann.ask('coupon.listMyCoupons', { state: 'spent' });
  expect(mine.coupons).toMatchObject([{ couponId, orderId: 'coupon-order-1' }]);
});

test('a spent coupon, another person’s, or one that is not there is refused, never left out', async () => {
  const [spent] = (await ann.ask('coupon.listMyCoupons', { state: 'spent' })).coupons;
  expect(await place('coupon-order-2', spent?.couponId ?? '')).toEqual(notUsable('spent'));
  const couponId = await claim();
  expect(await place('coupon-order-3', couponId, full - 500, bob)).toEqual(notUsable('notFound'));
  expect(await place('coupon-order-4', 'no-such-coupon')).toEqual(notUsable('notFound'));
  // The full price is no answer either: the shopper chose a coupon.
  expect(await place('coupon-order-4', 'no-such-coupon', full)).toEqual(notUsable('notFound'));
  expect(await couponOf(couponId)).toMatchObject({ spent: false });
  const lost = { baskets: [{ shopId, lines: [{ skuId, quantity: 1 }], couponId: 'no-such-coupon' }] };
  const preview = await ann.ask('order.previewCheckout', lost);
  expect(preview.baskets[0]).toMatchObject({ lostCoupon: { because: 'notFound' }, price: { toPay: full } });
});

test('cancelled, by hand or by the clock, an order gives its coupon back once, and it can be spent again', async () => {
  const couponId = await claim();
  await place('coupon-order-5', couponId);
  await ann.ask('order.cancelOrder', { orderId: 'coupon-order-5' });
  expect(await couponOf(couponId)).toMatchObject({ spent: false });

  expect(await place('coupon-order-6', couponId)).toMatchObject({ ok: true });
  // Cancelling the first again must not free what the second has spent.
  await ann.ask('order.cancelOrder', { orderId: 'coupon-order-5' });
  expect((await couponOf(couponId))?.spentFor?.orderId).toBe('coupon-order-6');
  await storefront.advance(16 * 60_000);
  await storefront.tick();
  expect(await ann.ask('order.getOrder', { orderId: 'coupon-order-6' })).toMatchObject({
    status: 'cancelled',
    coupon: { state: 'returned' },
  });
  expect(await couponOf(couponId)).toMatchObject({ spent: false });
});

test('refunded whole before it was sent, an order gives its coupon back; what came back is what was paid', async () => {
  const couponId = await claim();
  await place('coupon-order-7', couponId);
  await pay('coupon-order-7');
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'coupon-order-7', caseId: 'case-coupon', lines, text: '缺货', restock: true };
  expect((await manager.ask('order.refundOrder', refund)).amount).toBe(full - 500);
  await until(async () => (await couponOf(couponId))?.spent === false);
});

test('once the shopper has the goods, the coupon is used up, whatever is refunded', async () => {
  const couponId = await claim();
  await place('coupon-order-8', couponId);
  await pay('coupon-order-8');
  await manager.ask('order.shipOrder', {
    shopId,
    orderId: 'coupon-order-8',
    parcels: [{ carrier: 'SF', trackingNumber: 'SF1234567890' }],
  });
  await ann.ask('order.confirmReceipt', { orderId: 'coupon-order-8' });
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'coupon-order-8', caseId: 'case-coupon', lines, text: '不新鲜', restock: false };
  expect((await manager.ask('order.refundOrder', refund)).amount).toBe(1490);
  await storefront.tick();
  expect((await ann.ask('order.getOrder', { orderId: 'coupon-order-8' })).coupon?.state).toBe('spent');
  expect(await couponOf(couponId)).toMatchObject({ spent: true });
});

test('a coupon that comes back after its time comes back expired', async () => {
  const couponId = await claim();
  await place('coupon-order-9', couponId);
  await pay('coupon-order-9');
  await storefront.advance(6 * day);
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'coupon-order-9', caseId: 'case-coupon', lines, text: '缺货', restock: true };
  await manager.ask('order.refundOrder', refund);
  await storefront.tick();
  const now = Date.now() + 6 * day;
  const { coupon } = await ann.ask('order.getOrder', { orderId: 'coupon-order-9' });
  expect(coupon?.state).toBe('returned');
  expect(coupon?.validUntil).toBeLessThan(now);
  const expired = await ann.ask('coupon.listMyCoupons', { state: 'expired' });
  expect(expired.coupons.map((each) => each.couponId)).toContain(couponId);
  expect(await place('coupon-order-10', couponId)).toEqual(notUsable('expired'));
});

test('afterwards every coupon is free, or spent for the one order that holds it', async () => {
  await storefront.advance(16 * 60_000);
  await storefront.tick();
  await storefront.tick();
  await expectSettled(
    storefront,
    Array.from({ length: 10 }, (_none, number) => `coupon-order-${number + 1}`),
  );
});
