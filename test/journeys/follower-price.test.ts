import fc from 'fast-check';
import { fen } from '../../shared/kernel/money';
import { articleOf } from '../support/articleOf';
import { expectSettled } from '../support/expectSettled';
import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
const [normal, member, freight] = [1990, 1490, 800];
let storefront: Storefront;
let owner: Caller;
let ann: Caller;
let door: OfficialDoor;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, ann] = await Promise.all([storefront.as(sellers.owner), storefront.as(shoppers[0])]);
  door = await bindShop(storefront, owner, shopId);
  await owner.ask('shop.setFollowerPrice', { shopId, skuId, followerPrice: fen(member) });
});
afterAll(() => storefront.close());

type Kind = 'off' | 'followerPrice' | 'welcomeCoupon';
const give = async (kind: Kind, places: ('home' | 'product')[] = ['home', 'product']) => {
  const benefit = kind === 'welcomeCoupon' ? { kind, templateId: 'jinmei-welcome' } : { kind };
  await owner.ask('fan.setFollowBenefit', { shopId, benefit, places, text: '' });
};
const heard = async (what: 'follow' | 'unfollow') => {
  await storefront.advance(2_000);
  await door[what](ann.person);
  await door.settled();
};
const seen = async () => {
  const wanted = { shopId, lines: [{ skuId, quantity: 1 }], couponId: 'none' };
  return (await ann.ask('order.previewCheckout', { baskets: [wanted] })).baskets[0];
};
let orders = 0;
const place = (seenTotal: number, quantity = 1) => {
  orders += 1;
  return ann.call(
    'order.placeOrder',
    orderOf(ann.person, { orderId: `follower-${String(orders).padStart(5, '0')}`, skuId, seenTotal, quantity }),
  );
};
const lastOrder = () => ann.ask('order.getOrder', { orderId: `follower-${String(orders).padStart(5, '0')}` });
const changed = (toPay: number) => ({ ok: false, refusal: { code: 'PRICE_CHANGED', shopId, toPay } });

test('a follower pays the member’s price, line by line; the order keeps which price it was', async () => {
  await give('followerPrice');
  expect(await seen()).toMatchObject({ price: { goods: normal, followerOff: 0 } });
  await heard('follow');
  expect(await seen()).toMatchObject({
    lines: [{ price: normal, followerPrice: member }],
    price: { goods: normal, followerOff: 500, discount: 0, freight, toPay: member + freight },
  });
  await ann.ask('order.setCartLine', { skuId, quantity: 1 });
  expect((await ann.ask('order.getCart', {})).lines).toMatchObject([{ price: normal, followerPrice: member }]);

  expect(await place(normal + freight)).toEqual(changed(member + freight));
  expect(await place(member + freight)).toMatchObject({ ok: true });
  await heard('unfollow');
  expect(await lastOrder()).toMatchObject({
    lines: [{ price: normal, followerPrice: member, paid: member }],
    price: { followerOff: 500, toPay: member + freight },
  });
});

test('an article shows the member’s price beside the normal one, where the shop shows it on product pages', async () => {
  const article = articleOf({ articleId: 'member-0001', blocks: [{ kind: 'product', productId: 'taigu-cake' }] });
  const { shopId: told, articleId } = article;
  await owner.ask('content.saveArticle', article);
  await owner.ask('content.publishArticle', { shopId: told, articleId });
  const card = async () => (await ann.ask('content.getArticle', { articleId })).products[0];
  await give('followerPrice', ['product']);
  expect(await card()).toMatchObject({ priceFrom: normal, followerPriceFrom: member });
  await give('followerPrice', ['home']);
  expect((await card())?.followerPriceFrom).toBeUndefined();
  await give('off');
  expect(await card()).toMatchObject({ priceFrom: normal });
  expect((await card())?.followerPriceFrom).toBeUndefined();
});

test('who left between looking and ordering is told the new price, and charged nothing', async () => {
  await give('followerPrice');
  await heard('follow');
  const toPay = (await seen())?.price?.toPay ?? 0;
  await heard('unfollow');
  expect(await place(toPay)).toEqual(changed(normal + freight));
  expect((await ann.ask('order.listOrders', {})).orders[0]?.orderId).toBe('follower-00002');
});

test('it counts together with the shop’s promotion and one coupon, each on what the others left', async () => {
  await give('followerPrice');
  await heard('follow');
  const shops = storefront.cloudbase.database().collection('shops');
  await shops.where({ _id: shopId }).update({ promotion: { from: 9 * member, off: 300 } });
  await ann.ask('coupon.claimCoupon', { templateId: 'jinmei-welcome', claimId: 'follower-claim' });
  const lines = [{ skuId, quantity: 9 }];
  const { baskets } = await ann.ask('order.previewCheckout', { baskets: [{ shopId, lines }] });
  expect(baskets[0]?.price).toMatchObject({
    ...{ goods: 9 * normal, followerOff: 9 * 500, discount: 300, couponOff: 1_000 },
  });
  const { couponId, price } = baskets[0] ?? {};
  if (!price || !couponId) throw new Error('a coupon is suggested');
  const wanted = orderOf(ann.person, {
    orderId: 'follower-stack',
    skuId,
    quantity: 9,
    seenTotal: price.toPay,
    couponId,
  });
  expect(await ann.call('order.placeOrder', wanted)).toMatchObject({ ok: true, value: { toPay: price.toPay } });
  await shops.where({ _id: shopId }).update({ promotion: storefront.cloudbase.database().command.remove() });
});

test('a price that is not lower is refused, and so is another shop’s SKU; lists show it where the shop says', async () => {
  await give('followerPrice', ['product']);
  const set = (change: object) => owner.call('shop.setFollowerPrice', { shopId, skuId, ...change });
  expect(await set({ followerPrice: normal })).toEqual({ ok: false, refusal: { code: 'NOT_LOWER', price: normal } });
  const foreign = (await ann.ask('shop.getShopHome', { shopId: 'fenhe' })).featured.products[0]?.productId ?? '';
  const foreignSku = (await ann.ask('shop.getProduct', { productId: foreign })).skus[0]?.skuId ?? '';
  expect(await set({ skuId: foreignSku, followerPrice: 1 })).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });

  const ofProduct = async () =>
    (await ann.ask('shop.getProduct', { productId: 'taigu-cake' })).skus.find((sku) => sku.skuId === skuId);
  const ofList = async () =>
    (await ann.ask('shop.searchProducts', { shopId, words: '太谷饼' })).products.find(
      ({ productId }) => productId === 'taigu-cake',
    );
  expect([await ofProduct(), await ofList()]).toEqual([
    expect.objectContaining({ followerPrice: member }),
    expect.not.objectContaining({ followerPriceFrom: member }),
  ]);
  await give('followerPrice', ['home']);
  expect([await ofProduct(), await ofList()]).toEqual([
    expect.not.objectContaining({ followerPrice: member }),
    expect.objectContaining({ followerPriceFrom: member }),
  ]);
  await set({});
  expect(await ofList()).not.toHaveProperty('followerPriceFrom');
  await set({ followerPrice: member });
});

test('over random histories it never outlives an unfollow, nor the shop’s choice, at order time', async () => {
  let [follows, kind]: [boolean, Kind] = [true, 'followerPrice'];
  const now = () => (follows && kind === 'followerPrice' ? member : normal) + freight;
  let remembered = now();
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('follow', 'unfollow') },
    { weight: 2, arbitrary: fc.constantFrom<Kind>('off', 'followerPrice', 'followerPrice', 'welcomeCoupon') },
    { weight: 2, arbitrary: fc.constant('look') },
    { weight: 4, arbitrary: fc.constant('order') },
  );
  const restock = { shopId, skuId, delta: 500, reason: 'restock', note: '' } as const;
  await owner.ask('shop.adjustStock', { ...restock, moveId: 'follower-restock' });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const what of steps) {
        if (what === 'look') {
          remembered = (await seen())?.price?.toPay ?? 0;
          expect(remembered).toBe(now());
        } else if (what === 'order') {
          const answer = await place(remembered);
          if (remembered === now()) expect(answer).toMatchObject({ ok: true, value: { toPay: now() } });
          else expect(answer).toEqual(changed(now()));
        } else if (what === 'follow' || what === 'unfollow') {
          await heard(what);
          follows = what === 'follow';
        } else {
          await give(what as Kind);
          kind = what as Kind;
        }
      }
    }),
    { numRuns: Number(process.env.SEQUENCES ?? 15) },
  );
  await owner.ask('fan.unbind', { shopId });
  [follows, remembered] = [false, member + freight];
  expect(await place(remembered)).toEqual(changed(normal + freight));
  await storefront.advance(16 * 60_000);
  await storefront.tick();
  await expectSettled(storefront, []);
});
