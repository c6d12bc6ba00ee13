import type { Input } from '../../shared/contract';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let owner: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, owner] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.owner)]);
});
afterAll(() => storefront.close());

type Banners = NonNullable<Input<'shop.saveShopFront'>['banners']>;
const shopId = 'jinmei';
const picture = (number: number): string => `cloud://a.b/banner-${number}.jpg`;
const banners: Banners = [
  { picture: picture(1), target: { page: 'product', productId: 'pear-yulu' } },
  { picture: picture(2), target: { page: 'article', articleId: 'vinegar-yard' } },
  { picture: picture(3), target: { page: 'coupons' } },
  { picture: picture(4) },
];
async function save(wanted?: Banners) {
  const { name, slogan, notice, logo, categories } = await owner.ask('shop.getShopFront', { shopId });
  const front = { shopId, name, slogan, notice, logo, categories };
  return owner.call('shop.saveShopFront', { ...front, ...(wanted && { banners: wanted }) });
}
const seen = async () => (await ann.ask('shop.getShopHome', { shopId })).banners;
const numbers = async () => (await seen()).map((banner) => Number(/(\d)\.jpg/.exec(banner.picture)?.[1]));
const hidden = async () =>
  (await owner.ask('shop.getShopFront', { shopId })).banners.map((banner) => [banner.title, banner.hidden]);

test('a shop has no banners until it makes some; then they stand in their order, each with what it leads to', async () => {
  expect(await seen()).toEqual([]);
  await save(banners);
  expect(await seen()).toEqual([
    { ...banners[0], title: '隰县玉露香梨' },
    { ...banners[1], title: expect.stringContaining('醋') },
    { ...banners[2], title: '领优惠券' },
    { ...banners[3], title: '' },
  ]);
  await save([...banners].reverse());
  expect(await numbers()).toEqual([4, 3, 2, 1]);
  // A version of the mini program that knows no banners leaves them alone.
  await save();
  expect(await numbers()).toEqual([4, 3, 2, 1]);
  await save(banners);
});

test('a banner whose product or article is not to be had is left out, and its seller is told; it comes back', async () => {
  await owner.ask('shop.shelveProduct', { shopId, productId: 'pear-yulu', onShelf: false });
  await owner.ask('content.withdrawArticle', { shopId, articleId: 'vinegar-yard' });
  expect(await numbers()).toEqual([3, 4]);
  expect((await hidden()).map(([, isHidden]) => isHidden)).toEqual([true, true, false, false]);
  // What is hidden stays when something else of the front is changed.
  await save(banners);
  await owner.ask('shop.shelveProduct', { shopId, productId: 'pear-yulu', onShelf: true });
  await owner.ask('content.publishArticle', { shopId, articleId: 'vinegar-yard' });
  expect(await numbers()).toEqual([1, 2, 3, 4]);
});

test('a banner leads to what is the shop’s alone, and there are five at most', async () => {
  const foreign = (await ann.ask('shop.getShopHome', { shopId: 'fenhe' })).featured.products[0]?.productId ?? '';
  const nowhere = { ok: false, refusal: { code: 'BANNER_LEADS_NOWHERE', index: 1 } };
  const to = (productId: string): Banners => [
    { picture: picture(1) },
    { picture: picture(2), target: { page: 'product', productId } },
  ];
  expect(await save(to(foreign))).toEqual(nowhere);
  expect(await save(to('nothing-01'))).toEqual(nowhere);
  const six = [1, 2, 3, 4, 5, 6].map((number) => ({ picture: picture(number) }));
  expect(await save(six)).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'banners' } });
  expect(await numbers()).toEqual([1, 2, 3, 4]);
});
