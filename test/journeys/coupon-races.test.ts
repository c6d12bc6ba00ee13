import type { CouponRecord } from '../../cloudfunctions/coupon/coupons';
import type { TemplateRecord } from '../../cloudfunctions/coupon/couponTemplates';
import { fen } from '../../shared/kernel/money';
import { expectSettled } from '../support/expectSettled';
import { orderOf } from '../support/orderOf';
import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';

/**
 * Claiming and spending themselves, all at once in one process: through the functions, four run side by side at most on
 * this machine, and a race that is merely unlikely proves nothing.
 */
let storefront: Storefront;
let coupon: typeof import('../../cloudfunctions/coupon/claimCoupon');
let order: typeof import('../../cloudfunctions/order/placeOrder');

beforeAll(async () => {
  storefront = await openStorefront();
  // Loaded only now, because the SDK reads where CloudBase is when it is loaded.
  [coupon, order] = await Promise.all([
    import('../../cloudfunctions/coupon/claimCoupon'),
    import('../../cloudfunctions/order/placeOrder'),
  ]);
});
afterAll(() => storefront.close());

/** Each race has a template of its own: a call that was given up on may still be at work. */
let templateId = '';
let races = 0;
const db = () => storefront.cloudbase.database();
let ids = 0;
const contextOf = (openId: string) => ({
  ...{ operation: 'race', requestId: 'race', openId, unionId: undefined, now: Date.now(), newCode: () => '0123456789' },
  permitted: async () => undefined,
  newId: () => {
    ids += 1;
    return `race-key-${ids}`;
  },
});
const claim = (openId: string, claimId: string) => coupon.claimCoupon({ templateId, claimId }, contextOf(openId));

async function plantTemplate(change: Partial<TemplateRecord>): Promise<void> {
  const now = Date.now();
  races += 1;
  templateId = `race-000${races}`;
  const template: TemplateRecord = {
    ...{ _id: templateId, shopId: 'jinmei', shopName: '晋美优品养生馆', name: '抢券', scopeText: '全店通用' },
    ...{ benefit: { kind: 'amount', off: fen(500) }, from: fen(0), scope: { kind: 'everything' } },
    ...{ claimFrom: now - 1, claimUntil: now + 86_400_000, validity: { kind: 'days', days: 7 } },
    ...{ perPerson: 1, budget: 100, left: 100, paused: false, pending: {}, pendingCount: 0 },
    ...{ createdAt: now, savedAt: now, savedBy: 'owner' },
    ...change,
  };
  await db().collection('couponTemplates').doc(templateId).set(withoutId(template));
}
const withoutId = ({ _id, ...rest }: TemplateRecord) => rest;

type Answer = Awaited<ReturnType<typeof claim>>;
const answerOf = (settled: PromiseSettledResult<Answer> | undefined): Answer | undefined =>
  settled?.status === 'fulfilled' ? settled.value : undefined;

async function given(): Promise<CouponRecord[]> {
  const { data } = await db().collection('coupons').where({ templateId }).limit(1_000).get();
  return data as CouponRecord[];
}

test('of 1 000 who claim at once, exactly as many get one as the budget has', async () => {
  await plantTemplate({ budget: 100, left: 100 });
  const all = Array.from({ length: 1_000 }, (_none, number) => `person-${number}`);
  const atOnce = await Promise.allSettled(all.map((openId) => claim(openId, `claim-${openId}`)));
  // On a busy machine some run into the SDK's time limit. A phone then tries again, and the clock has settled the rest.
  await storefront.advance(3 * 60_000);
  await storefront.tick();
  const answers = await Promise.all(
    all.map(async (openId, index) => answerOf(atOnce[index]) ?? (await claim(openId, `claim-${openId}`))),
  );
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
  expect(refused).toHaveLength(900);
  expect(new Set(refused.map((refusal) => JSON.stringify(refusal)))).toEqual(
    new Set([JSON.stringify({ code: 'NOT_CLAIMABLE', because: 'gone' })]),
  );
  expect(new Set((await given()).map(({ openId }) => openId)).size).toBe(100);

  const winner = all.find((_openId, index) => answers[index]?.ok) ?? '';
  expect(await claim(winner, `claim-${winner}`)).toMatchObject({ ok: true });
  await expectSettled(storefront, []);
}, 120_000);

test('the same claim twenty times at once is one coupon, also when it is the last one', async () => {
  await plantTemplate({ budget: 1, left: 1, perPerson: 5 });
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => claim('ann', 'claim-once')));
  // Some may be told to try again; nobody is told anything else.
  const told = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(told.length).toBeGreaterThan(0);
  for (const answer of told) expect(answer).toMatchObject({ ok: true });
  expect(await claim('ann', 'claim-once')).toMatchObject({ ok: true });
  expect(await given()).toHaveLength(1);
  await expectSettled(storefront, []);
});

test('twenty different claims of one person at once are as many coupons as one person may have', async () => {
  await plantTemplate({ perPerson: 3 });
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_none, number) => claim('ann', `claim-${number}`)),
  );
  const got = answers.filter((each) => each.status === 'fulfilled' && each.value.ok);
  expect(await given()).toHaveLength(3);
  expect(got).toHaveLength(3);
  expect(await claim('ann', 'claim-more')).toEqual({ ok: false, refusal: { code: 'NOT_CLAIMABLE', because: 'limit' } });
  await expectSettled(storefront, []);
});

test('of ten orders that race for one coupon one gets it; the others are refused, and their stock is back', async () => {
  await plantTemplate({});
  const [ann] = shoppers;
  const claimed = await claim(ann.openId, 'claim-race');
  if (!claimed.ok) throw new Error(claimed.refusal.code);
  const place = (number: number) => {
    const wanted = { orderId: `race-order-${number}`, skuId: 'taigu-cake-1', seenTotal: 1990 + 800 - 500 };
    const { baskets, ...checkout } = orderOf(ann, { ...wanted, couponId: claimed.value.couponId });
    const input = { ...checkout, baskets: baskets.map((basket) => ({ note: '', ...basket })) };
    return order.placeOrder(input, contextOf(ann.openId));
  };
  const numbers = Array.from({ length: 10 }, (_none, number) => number);
  const answers = await Promise.all(numbers.map(place));
  const placed = answers.filter(({ ok }) => ok);
  expect(placed).toHaveLength(1);
  for (const answer of answers) {
    if (!answer.ok) expect(answer.refusal).toMatchObject({ code: 'COUPON_NOT_USABLE', whyNot: { because: 'spent' } });
  }
  const [coupons] = await Promise.all([given()]);
  const [held] = coupons;
  expect(held?.spentFor?.orderId).toBe(`race-order-${answers.findIndex(({ ok }) => ok)}`);
  // The orders that were refused took nothing: the books hold one sale and no note.
  const { data } = await db().collection('skus').doc('taigu-cake-1').get();
  expect(data[0]).toMatchObject({ pendingCount: 0 });
  const moves = await db()
    .collection('stockMoves')
    .where({ skuId: 'taigu-cake-1', orderId: /^race-order/ })
    .get();
  expect(moves.data).toHaveLength(1);
});

test('the same order ten times at once spends its coupon once, and all of them answer with that order', async () => {
  await plantTemplate({});
  const [ann] = shoppers;
  const claimed = await claim(ann.openId, 'claim-same');
  if (!claimed.ok) throw new Error(claimed.refusal.code);
  const wanted = { orderId: 'race-same-1', skuId: 'taigu-cake-1', seenTotal: 1990 + 800 - 500 };
  const { baskets, ...checkout } = orderOf(ann, { ...wanted, couponId: claimed.value.couponId });
  const input = { ...checkout, baskets: baskets.map((basket) => ({ note: '', ...basket })) };
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => order.placeOrder(input, contextOf(ann.openId))),
  );
  const told = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(told.length).toBeGreaterThan(0);
  for (const answer of told) expect(answer).toMatchObject({ ok: true, value: { toPay: 2290 } });
  expect(await order.placeOrder(input, contextOf(ann.openId))).toMatchObject({ ok: true });
  expect((await given())[0]).toMatchObject({ spent: true, spentFor: { orderId: 'race-same-1' } });
});
