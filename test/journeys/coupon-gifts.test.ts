import type { CouponRecord } from '../../cloudfunctions/coupon/coupons';
import type { Input } from '../../shared/contract';
import { expectSettled } from '../support/expectSettled';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let bob: Caller;
let manager: Caller;
let owner: Caller;

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
/** 450 g of garlic vinegar at 22.00. */
const giftId = 'garlic-vinegar-1';
const full = 1990 + 800;
const day = 86_400_000;
const template = (templateId: string, change: Partial<Input<'coupon.saveCouponTemplate'>> = {}) => ({
  ...{ shopId, templateId, name: '买饼送醋', benefit: { kind: 'gift', skuId: giftId, quantity: 1 } as const },
  ...{ from: 1_500, scope: { kind: 'everything' } as const, claimFrom: 0, claimUntil: Date.now() + 90 * day },
  ...{ validity: { kind: 'days', days: 60 } as const, perPerson: 10, budget: 100 },
  ...change,
});

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, bob, manager, owner] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
    storefront.as(sellers.manager),
    storefront.as(sellers.owner),
  ]);
  await owner.ask('coupon.saveCouponTemplate', template('gift-vinegar'));
  await owner.ask(
    'coupon.saveCouponTemplate',
    template('gift-cake', { name: '买一送一', benefit: { kind: 'gift', skuId, quantity: 1 } }),
  );
});
afterAll(() => storefront.close());

let claims = 0;
async function claim(templateId = 'gift-vinegar', who = ann): Promise<string> {
  claims += 1;
  return (await who.ask('coupon.claimCoupon', { templateId, claimId: `gift-claim-${claims}` })).couponId;
}
const place = (orderId: string, couponId: string, who = ann, skus = skuId) =>
  who.call('order.placeOrder', orderOf(who.person, { orderId, skuId: skus, seenTotal: full, couponId }));
async function pay(orderId: string): Promise<void> {
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
}
async function stockOf(wanted: string): Promise<number> {
  const { data } = await storefront.cloudbase.database().collection('skus').doc(wanted).get();
  return (data[0] as { stock: number }).stock;
}
async function couponOf(couponId: string): Promise<CouponRecord | undefined> {
  const { data } = await storefront.cloudbase.database().collection('coupons').doc(couponId).get();
  return data[0] as CouponRecord | undefined;
}
async function setStock(wanted: string, pieces: number, moveId: string): Promise<void> {
  const delta = pieces - (await stockOf(wanted));
  if (delta !== 0) await manager.ask('shop.adjustStock', { shopId, moveId, skuId: wanted, delta, reason: 'other' });
}
const preview = (couponId?: string) =>
  ann.ask('order.previewCheckout', {
    baskets: [{ shopId, lines: [{ skuId, quantity: 1 }], ...(couponId && { couponId }) }],
  });
const giftGone = {
  ok: false,
  refusal: { code: 'COUPON_NOT_USABLE', shopId, whyNot: { because: 'giftGone' } },
};

test('a shop gives only what it has on its own shelf', async () => {
  const notFound = { ok: false, refusal: { code: 'NOT_FOUND', what: 'gift' } };
  const foreign = template('gift-none', { benefit: { kind: 'gift', skuId: 'fried-cake-1', quantity: 1 } });
  expect(await owner.call('coupon.saveCouponTemplate', foreign)).toEqual(notFound);
  const { coupons } = await ann.ask('coupon.listClaimable', { shopId });
  expect(coupons.find(({ templateId }) => templateId === 'gift-vinegar')?.benefit).toEqual({
    ...{ kind: 'gift', skuId: giftId, quantity: 1, name: '腊八蒜 翡翠绿 450 g' },
  });
});

test('the checkout shows the gift, the order takes it out of stock and costs no more; sent twice it is one order', async () => {
  const couponId = await claim();
  const before = await stockOf(giftId);
  const { baskets, toPay } = await preview();
  expect(baskets[0]).toMatchObject({
    ...{ couponId, gift: { skuId: giftId, quantity: 1, gifts: 1 }, price: { couponOff: 0, toPay: full } },
    ...{ lines: [{ skuId, quantity: 1 }], coupons: [{ couponId, saves: 0 }] },
  });
  expect([toPay, await stockOf(giftId)]).toEqual([full, before]);

  const placed = await place('gift-order-1', couponId);
  expect(placed).toMatchObject({ ok: true, value: { toPay: full } });
  expect(await place('gift-order-1', couponId)).toEqual(placed);
  expect(await stockOf(giftId)).toBe(before - 1);
  expect(await ann.ask('order.getOrder', { orderId: 'gift-order-1' })).toMatchObject({
    lines: [
      { skuId, quantity: 1, paid: 1990 },
      { skuId: giftId, quantity: 1, gifts: 1, paid: 0 },
    ],
    price: { goods: 1990, toPay: full },
  });

  await ann.ask('order.cancelOrder', { orderId: 'gift-order-1' });
  expect([await stockOf(giftId), (await couponOf(couponId))?.spent]).toEqual([before, false]);
});

test('one more of what is bought is a piece of the same line', async () => {
  const couponId = await claim('gift-cake');
  const before = await stockOf(skuId);
  expect(await place('gift-order-2', couponId)).toMatchObject({ ok: true, value: { toPay: full } });
  expect((await ann.ask('order.getOrder', { orderId: 'gift-order-2' })).lines).toMatchObject([
    { skuId, quantity: 2, gifts: 1, paid: 1990 },
  ]);
  expect(await stockOf(skuId)).toBe(before - 2);
  await ann.ask('order.cancelOrder', { orderId: 'gift-order-2' });
});

test('a gift that is sold out refuses the coupon, which stays; without it the order goes through', async () => {
  const couponId = await claim();
  await setStock(giftId, 0, 'gift-move-1');
  expect((await preview(couponId)).baskets[0]).toMatchObject({
    ...{ lostCoupon: { because: 'giftGone' }, price: { toPay: full } },
    coupons: expect.arrayContaining([expect.objectContaining({ couponId, whyNot: { because: 'giftGone' } })]),
  });
  expect((await preview(couponId)).baskets[0]?.gift).toBeUndefined();
  expect(await place('gift-order-3', couponId)).toEqual(giftGone);
  expect(await couponOf(couponId)).toMatchObject({ spent: false });
  const without = orderOf(ann.person, { orderId: 'gift-order-3', skuId, seenTotal: full });
  expect(await ann.call('order.placeOrder', without)).toMatchObject({ ok: true });
  await setStock(giftId, 20, 'gift-move-2');
});

test('refunded before it was sent, an order gives back its gift with the rest, and its coupon', async () => {
  const couponId = await claim();
  const before = await stockOf(giftId);
  await place('gift-order-4', couponId);
  await pay('gift-order-4');
  const lines = [{ skuId, quantity: 1 }];
  const refund = { shopId, orderId: 'gift-order-4', caseId: 'case-gift', lines, text: '缺货', restock: true };
  expect((await manager.ask('order.refundOrder', refund)).amount).toBe(full);
  // Said twice, it is the same case, though the gift went along with it.
  expect((await manager.ask('order.refundOrder', refund)).amount).toBe(full);
  await storefront.tick();
  const order = await ann.ask('order.getOrder', { orderId: 'gift-order-4' });
  expect(order).toMatchObject({ status: 'refunded', coupon: { state: 'returned' } });
  expect(order.cases[0]?.lines).toEqual([
    { skuId, quantity: 1, amount: 1990 },
    { skuId: giftId, quantity: 1, amount: 0 },
  ]);
  expect([await stockOf(giftId), (await couponOf(couponId))?.spent]).toEqual([before, false]);
});

test('after it was received, a broken gift is exchanged, and who sends back all that was bought sends the gift back', async () => {
  const couponId = await claim();
  await place('gift-order-5', couponId);
  await pay('gift-order-5');
  const parcel = { carrier: 'SF', trackingNumber: 'SF1234567890' } as const;
  await manager.ask('order.shipOrder', { shopId, orderId: 'gift-order-5', parcels: [parcel] });
  await ann.ask('order.confirmReceipt', { orderId: 'gift-order-5' });
  const about = { orderId: 'gift-order-5', reason: 'damaged', text: '瓶子裂了' } as const;
  const gift = [{ skuId: giftId, quantity: 1 }];
  const exchange = { ...about, caseId: 'case-broken', kind: 'exchange' as const, lines: gift };
  expect(await ann.ask('order.requestAfterSale', exchange)).toMatchObject({ status: 'requested', amount: 0 });
  await ann.ask('order.withdrawAfterSale', { orderId: 'gift-order-5', caseId: 'case-broken' });

  const before = await stockOf(giftId);
  const back = { ...about, caseId: 'case-all-back', kind: 'returnAndRefund' as const, lines: [{ skuId, quantity: 1 }] };
  expect(await ann.ask('order.requestAfterSale', back)).toMatchObject({ amount: 1990 });
  const which = { orderId: 'gift-order-5', caseId: 'case-all-back' };
  await manager.ask('order.decideAfterSale', { shopId, ...which, decision: 'agree' });
  await ann.ask('order.sendReturn', { ...which, parcel });
  await manager.ask('order.settleReturn', { shopId, ...which, outcome: 'accept', restock: true });
  await storefront.tick();
  expect(await stockOf(giftId)).toBe(before + 1);
  expect((await ann.ask('order.getOrder', { orderId: 'gift-order-5' })).status).toBe('refunded');
});

test('buying again leaves the gift out; what the gift is sold for counts among what coupons cost', async () => {
  await place('gift-order-6', await claim());
  await pay('gift-order-6');
  expect(await ann.ask('order.buyAgain', { orderId: 'gift-order-6' })).toEqual({ added: 1, gone: 0 });
  const today = new Date((await storefront.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  const { total } = await manager.ask('traffic.getLoopReport', { shopId, from: today, to: today });
  // Three orders with the vinegar were paid today.
  expect(total.couponOff).toBe(3 * 2200);
});

test('of ten who order for the last three gifts at once three get one; the others are refused, and nothing is lost', async () => {
  await setStock(giftId, 3, 'gift-move-3');
  const tried = await Promise.all(
    Array.from({ length: 10 }, async (_none, index) => {
      const who = index % 2 === 0 ? ann : bob;
      return { who, orderId: `gift-race-${index}`, couponId: await claim('gift-vinegar', who) };
    }),
  );
  const answers = await Promise.all(tried.map(({ who, orderId, couponId }) => place(orderId, couponId, who)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  for (const answer of answers) if (!answer.ok) expect(answer).toEqual(giftGone);
  expect(await stockOf(giftId)).toBe(0);
  for (const [index, { couponId }] of tried.entries()) {
    expect((await couponOf(couponId))?.spent).toBe(answers[index]?.ok);
  }
});

test('afterwards the books of stock, coupons and money balance', async () => {
  // Notes of what came back are dropped by the clock, minutes later.
  for (const minutes of [16, 3]) {
    await storefront.advance(minutes * 60_000);
    await storefront.tick();
  }
  const placed = ['1', '2', '3', '4', '5', '6'].map((number) => `gift-order-${number}`);
  const raced = Array.from({ length: 10 }, (_none, index) => `gift-race-${index}`);
  await expectSettled(storefront, [...placed, ...raced]);
});
