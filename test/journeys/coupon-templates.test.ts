import type { Input } from '../../shared/contract';
import { fen } from '../../shared/kernel/money';
import { expectSettled } from '../support/expectSettled';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let manager: Caller;
let owner: Caller;
let neighbour: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, manager, owner, neighbour] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(sellers.manager),
    storefront.as(sellers.owner),
    storefront.as(sellers.neighbour),
  ]);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const day = 86_400_000;
const template = (change: Partial<Input<'coupon.saveCouponTemplate'>> = {}): Input<'coupon.saveCouponTemplate'> => ({
  ...{ shopId, templateId: 'autumn-01', name: '秋天', benefit: { kind: 'amount', off: fen(500) }, from: fen(2_000) },
  ...{ scope: { kind: 'everything' }, claimFrom: 0, claimUntil: Date.now() + 9 * day },
  ...{ validity: { kind: 'days', days: 7 }, perPerson: 2, budget: 3 },
  ...change,
});
const claim = (claimId: string, who = ann) => who.call('coupon.claimCoupon', { templateId: 'autumn-01', claimId });
const notFound = (what: string) => ({ ok: false, refusal: { code: 'NOT_FOUND', what } });

test('what the owner saves can be claimed, counted and edited; the same claim is the same coupon', async () => {
  expect(await owner.call('coupon.saveCouponTemplate', template())).toMatchObject({ ok: true });
  expect(await owner.call('coupon.saveCouponTemplate', template())).toMatchObject({ ok: true });
  const first = await claim('claim-1');
  expect(await claim('claim-1')).toEqual(first);
  expect(await claim('claim-2')).toMatchObject({ ok: true });
  expect(await claim('claim-3')).toEqual({ ok: false, refusal: { code: 'NOT_CLAIMABLE', because: 'limit' } });

  const small = { ok: false, refusal: { code: 'BUDGET_TOO_SMALL', given: 2 } };
  expect(await owner.call('coupon.saveCouponTemplate', template({ budget: 1 }))).toEqual(small);
  await owner.ask('coupon.saveCouponTemplate', template({ budget: 2, name: '深秋' }));
  expect(await claim('claim-4', manager)).toEqual({ ok: false, refusal: { code: 'NOT_CLAIMABLE', because: 'gone' } });
  await owner.ask('coupon.saveCouponTemplate', template({ budget: 3, name: '深秋' }));
  expect(await claim('claim-4', manager)).toMatchObject({ ok: true, value: { name: '深秋' } });

  const { templates } = await manager.ask('coupon.listCouponTemplates', { shopId });
  expect(templates[0]).toMatchObject({ templateId: 'autumn-01', name: '深秋', given: 3, spent: 0, budget: 3 });
  const mine = await ann.ask('coupon.listMyCoupons', { state: 'usable' });
  expect(mine.coupons.map(({ name }) => name)).toEqual(['秋天', '秋天']);
  await expectSettled(storefront, []);
});

test('a name that WeChat forbids is refused with what may be said instead, and nothing is saved', async () => {
  const refused = await owner.call(
    'coupon.saveCouponTemplate',
    template({ templateId: 'autumn-02', name: '关 注·领 券' }),
  );
  expect(refused).toEqual({
    ok: false,
    refusal: { code: 'INDUCEMENT', field: 'name', word: '关 注·领', suggestion: expect.stringContaining('会员价') },
  });
  expect(
    (await manager.ask('coupon.listCouponTemplates', { shopId })).templates.map((each) => each.templateId),
  ).not.toContain('autumn-02');
});

test('paused, nobody claims it and nobody is offered it; what somebody has stays', async () => {
  await owner.ask('coupon.saveCouponTemplate', template({ budget: 9 }));
  await manager.ask('coupon.pauseCouponTemplate', { shopId, templateId: 'autumn-01', paused: true });
  expect(await claim('claim-5', owner)).toEqual({ ok: false, refusal: { code: 'NOT_CLAIMABLE', because: 'paused' } });
  const offered = async () =>
    (await ann.ask('coupon.listClaimable', { shopId })).coupons.map(({ templateId }) => templateId);
  expect(await offered()).not.toContain('autumn-01');
  await manager.ask('coupon.pauseCouponTemplate', { shopId, templateId: 'autumn-01', paused: false });
  expect(await offered()).toContain('autumn-01');
});

test('a product page is offered what counts for the product; who looks sees what is theirs', async () => {
  const forVinegar = await ann.ask('coupon.listClaimable', { shopId, productId: 'vinegar-8y' });
  const forCake = await ann.ask('coupon.listClaimable', { shopId, productId: 'taigu-cake' });
  const ids = ({ coupons }: typeof forCake) => coupons.map(({ templateId }) => templateId);
  expect(ids(forVinegar)).toContain('jinmei-vinegar');
  expect(ids(forCake)).not.toContain('jinmei-vinegar');
  expect(forCake.coupons.find(({ templateId }) => templateId === 'autumn-01')).toMatchObject({
    mine: 2,
    whyNot: 'limit',
  });
  expect(forCake.coupons.find(({ templateId }) => templateId === 'jinmei-anniversary')).toMatchObject({
    whyNot: 'gone',
  });
});

test('staff grant a coupon to whoever placed an order, once for each grant, beyond a person’s share', async () => {
  const { orders } = await ann.ask('order.listOrders', {});
  const grant = { shopId, templateId: 'autumn-01', orderId: orders[0]?.orderId ?? '', grantId: 'sorry-01' };
  const granted = await manager.ask('coupon.grantCoupon', grant);
  expect(await manager.ask('coupon.grantCoupon', grant)).toEqual(granted);
  const mine = await ann.ask('coupon.listMyCoupons', { state: 'usable' });
  expect(mine.coupons.map(({ couponId }) => couponId)).toContain(granted.couponId);
  await expectSettled(storefront, []);
});

test('a scope names what the shop has, and another shop’s template or order is not there', async () => {
  const save = (change: Partial<Input<'coupon.saveCouponTemplate'>>, who = owner) =>
    who.call('coupon.saveCouponTemplate', template({ templateId: 'other-01', ...change }));
  expect(await save({ scope: { kind: 'categories', categoryIds: ['nonsense'] } })).toEqual(notFound('category'));
  expect(await save({ scope: { kind: 'products', productIds: ['taigu-cake', 'tounao'] } })).toEqual(
    notFound('product'),
  );
  expect(await save({ shopId: 'fenhe', templateId: 'autumn-01' }, neighbour)).toEqual(notFound('template'));
  const pause = { shopId: 'fenhe', templateId: 'autumn-01', paused: true };
  expect(await neighbour.call('coupon.pauseCouponTemplate', pause)).toEqual(notFound('template'));
  const { orders } = await ann.ask('order.listOrders', {});
  const orderId = orders[0]?.orderId ?? '';
  const grant = { shopId: 'fenhe', templateId: 'fenhe-early', orderId, grantId: 'steal-01' };
  expect(await neighbour.call('coupon.grantCoupon', grant)).toEqual(notFound('order'));
});

test('a clerk may look, and only a manager decides what a shop gives away', async () => {
  const notAllowed = { ok: false, refusal: { code: 'NOT_ALLOWED' } };
  const clerk = await storefront.as(sellers.clerk);
  expect(await clerk.call('coupon.listCouponTemplates', { shopId })).toMatchObject({ ok: true });
  expect(await clerk.call('coupon.saveCouponTemplate', template())).toEqual(notAllowed);
  for (const who of [ann, neighbour]) {
    expect(await who.call('coupon.listCouponTemplates', { shopId })).toEqual(notAllowed);
    expect(await who.call('coupon.pauseCouponTemplate', { shopId, templateId: 'autumn-01', paused: true })).toEqual(
      notAllowed,
    );
  }
});
