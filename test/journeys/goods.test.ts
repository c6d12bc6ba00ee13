import type { ProductRecord } from '../../cloudfunctions/shop/products';
import type { Input } from '../../shared/contract';
import { fen } from '../../shared/kernel/money';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let clerk: Caller;
let owner: Caller;
let neighbour: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, clerk, owner, neighbour] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(sellers.clerk),
    storefront.as(sellers.owner),
    storefront.as(sellers.neighbour),
  ]);
});
afterAll(() => storefront.close());

type Save = Input<'shop.saveProduct'>;
const shopId = 'jinmei';
const picture = 'cloud://meidian.6c6f-meidian-1250000000/products/pear-1.webp';
const sizes = ['一斤', '两斤', '五斤', '十斤'];
const packs = ['散装', '礼盒', '竹篮'];
const sku = (choice: string[], change: Partial<Save['skus'][number]> = {}): Save['skus'][number] => ({
  ...{ choice, price: fen(2_000), grams: 500, lowAt: 5, stock: 20 },
  ...change,
});
const product = (change: Partial<Save> = {}): Save => ({
  ...{ shopId, productId: 'new-pear', saveId: 'save-0001', version: 0, name: '隰县玉露香梨' },
  ...{ subtitle: '皮薄汁多', categoryId: 'fruit', pictures: [picture], story: ['十月采摘。'] },
  ...{ facts: [{ label: '产地', text: '临汾隰县' }] },
  options: [
    { name: '重量', values: sizes },
    { name: '包装', values: packs },
  ],
  skus: sizes.flatMap((size, index) => packs.map((pack) => sku([size, pack], { price: fen(2_000 * (index + 1)) }))),
  ...change,
});
const refused = (code: string, more: object = {}) => ({ ok: false, refusal: { code, ...more } });
const shown = () => ann.ask('shop.getProduct', { productId: 'new-pear' });
const records = async (productId: string) =>
  (await storefront.cloudbase.database().collection('skus').where({ productId }).limit(100).get()).data;

test('a product with 12 SKUs is made once, found, seen, and sold', async () => {
  const made = await owner.call('shop.saveProduct', product());
  expect(made).toEqual({ ok: true, value: { productId: 'new-pear', version: 1 } });
  expect(await owner.call('shop.saveProduct', product())).toEqual(made);
  expect(await records('new-pear')).toHaveLength(12);

  const seen = await shown();
  expect(seen.skus).toHaveLength(12);
  const { products } = await ann.ask('shop.searchProducts', { shopId, words: '玉露香 临汾' });
  expect(products).toEqual([expect.objectContaining({ productId: 'new-pear', priceFrom: 2_000, pricesDiffer: true })]);
  // New goods stand first.
  const home = await ann.ask('shop.getShopHome', { shopId });
  expect(home.featured.products[0]).toMatchObject({ productId: 'new-pear' });

  const skuId = seen.skus[0]?.skuId ?? '';
  expect(await ann.call('order.setCartLine', { skuId, quantity: 2 })).toMatchObject({ ok: true });
});

test('an edit changes prices at once, keeps stock and its history, and shifts what counts as low', async () => {
  const before = await clerk.ask('shop.getMyProduct', { shopId, productId: 'new-pear' });
  const [first] = before.skus;
  if (!first) throw new Error('there is no SKU');
  await clerk.ask('shop.adjustStock', { shopId, moveId: 'goods-01', skuId: first.skuId, delta: -16, reason: 'damage' });
  const edited = product({
    ...{ saveId: 'save-0002', version: 1, name: '隰县玉露香梨（头茬）' },
    skus: product().skus.map((each, index) =>
      index === 0
        ? { ...each, price: fen(1_800), wasPrice: fen(2_000), cost: fen(900), barcode: '6901234567892', lowAt: 2 }
        : each,
    ),
  });
  await owner.ask('shop.saveProduct', edited);
  const { skuId, choice } = first;
  expect((await shown()).skus[0]).toEqual({ skuId, choice, price: 1_800, wasPrice: 2_000, stock: 4 });
  expect(await clerk.ask('shop.findSku', { shopId, barcode: '6901234567892' })).toMatchObject({
    ...{ skuId: first.skuId, productName: '隰县玉露香梨（头茬）', stock: 4, lowAt: 2 },
  });
  const { sku: record, moves } = await stockBooks(storefront.cloudbase, first.skuId);
  expect(record).toMatchObject({ stock: 4, aboveLow: 2, initialStock: 20 });
  expect(moves).toHaveLength(1);
  // Nobody but the staff learns what it costs.
  expect(JSON.stringify(await shown())).not.toContain('cost');
});

test('a choice that is left out is sold no more, and comes back with its stock', async () => {
  const [skuId = ''] = (await shown()).skus.map((each) => each.skuId);
  const rest = product().skus.slice(1);
  await owner.ask('shop.saveProduct', product({ saveId: 'save-0003', version: 2, skus: rest }));
  expect((await shown()).skus).toHaveLength(11);
  expect(await ann.call('order.setCartLine', { skuId, quantity: 1 })).toEqual(refused('NOT_FOUND', { what: 'sku' }));
  await owner.ask('shop.shelveProduct', { shopId, productId: 'new-pear', onShelf: false });
  await owner.ask('shop.shelveProduct', { shopId, productId: 'new-pear', onShelf: true });
  expect((await shown()).skus).toHaveLength(11);

  await owner.ask('shop.saveProduct', product({ saveId: 'save-0004', version: 5 }));
  expect((await shown()).skus).toContainEqual(expect.objectContaining({ skuId, stock: 4, price: 2_000 }));
});

test('off the shelf nobody sees or buys it; the seller still does, and puts it back', async () => {
  const { skus } = await shown();
  const skuId = skus[1]?.skuId ?? '';
  const off = await owner.ask('shop.shelveProduct', { shopId, productId: 'new-pear', onShelf: false });
  expect(await owner.ask('shop.shelveProduct', { shopId, productId: 'new-pear', onShelf: false })).toEqual(off);
  expect(await ann.call('shop.getProduct', { productId: 'new-pear' })).toEqual(refused('NOT_FOUND'));
  expect(await ann.call('order.setCartLine', { skuId, quantity: 1 })).toEqual(refused('NOT_FOUND', { what: 'sku' }));
  const { products } = await clerk.ask('shop.listMyProducts', { shopId });
  expect(products[0]).toMatchObject({ productId: 'new-pear', onShelf: false });
  await owner.ask('shop.shelveProduct', { shopId, productId: 'new-pear', onShelf: true });
  expect((await shown()).skus).toEqual(skus);
});

test('two people editing at once: the second is told, and nothing of theirs is half written', async () => {
  const { version } = await clerk.ask('shop.getMyProduct', { shopId, productId: 'new-pear' });
  const both = ['save-one1', 'save-two2'].map((saveId, index) =>
    owner.call(
      'shop.saveProduct',
      product({ saveId, version, skus: product().skus.map((each) => ({ ...each, price: fen(700 + index) })) }),
    ),
  );
  const answers = await Promise.all(both);
  const won = answers.findIndex(({ ok }) => ok);
  expect(answers[1 - won]).toEqual(refused('CHANGED_MEANWHILE', { version: version + 1 }));
  expect(new Set((await shown()).skus.map(({ price }) => price))).toEqual(new Set([700 + won]));
});

test('whatever died in the middle is finished by the clock, and an older save does not overwrite a newer one', async () => {
  const db = storefront.cloudbase.database();
  const products = db.collection('products');
  const [{ version }] = (await products.where({ _id: 'new-pear' }).get()).data as [ProductRecord];
  const offers = product().skus.map((each) => ({ ...each, price: fen(4_400) }));
  // As a function leaves it that dies after its first write.
  await products.doc('new-pear').update({ version: version + 1, pendingOffers: { since: Date.now(), offers } });
  expect((await shown()).skus[0]?.price).not.toBe(4_400);
  await storefront.advance(5 * 60_000);
  await storefront.tick('timers');
  expect((await shown()).skus.every(({ price }) => price === 4_400)).toBe(true);
  expect((await products.where({ _id: 'new-pear' }).get()).data[0]).not.toHaveProperty('pendingOffers');

  await products.doc('new-pear').update({
    version,
    pendingOffers: { since: 0, offers: offers.map((each) => ({ ...each, price: fen(1) })) },
  });
  await storefront.tick('timers');
  expect((await shown()).skus.every(({ price }) => price === 4_400)).toBe(true);
});

test('goods stand in the order that their seller gives them', async () => {
  const list = async () =>
    (await clerk.ask('shop.listMyProducts', { shopId })).products.map(({ productId }) => productId);
  const [first = '', second = '', third = '', ...rest] = await list();
  await owner.ask('shop.arrangeProducts', { shopId, productIds: [third, first, second] });
  expect(await list()).toEqual([third, first, second, ...rest]);
  await owner.ask('shop.arrangeProducts', { shopId, productIds: [third, first, second] });
  expect(await list()).toEqual([third, first, second, ...rest]);
});

test.each<[string, Partial<Save>, object]>([
  ['a category that the shop does not have', { categoryId: 'nothing' }, { code: 'NOT_FOUND', what: 'category' }],
  ['a product that is not there', { productId: 'nowhere-1', version: 3 }, { code: 'NOT_FOUND', what: 'product' }],
  ['words that WeChat forbids', { subtitle: '关注立减 5 元' }, { code: 'INDUCEMENT', field: 'subtitle' }],
  [
    'the same choice twice',
    { skus: [sku(['一斤', '散装']), sku(['一斤', '散装'])] },
    { code: 'INVALID_INPUT', field: 'skus' },
  ],
  [
    'a choice that its options do not have',
    { skus: [sku(['一吨', '散装'])] },
    { code: 'INVALID_INPUT', field: 'skus' },
  ],
  ['a price of nothing', { skus: [sku(['一斤', '散装'], { price: fen(0) })] }, { code: 'INVALID_INPUT' }],
  ['a former price that was lower', { skus: [sku(['一斤', '散装'], { wasPrice: fen(1) })] }, { code: 'INVALID_INPUT' }],
  [
    'a member price that is none',
    { skus: [sku(['一斤', '散装'], { followerPrice: fen(2_000) })] },
    { code: 'INVALID_INPUT' },
  ],
  ['no picture', { pictures: [] }, { code: 'INVALID_INPUT', field: 'pictures' }],
  ['no SKU', { skus: [] }, { code: 'INVALID_INPUT', field: 'skus' }],
])('%s is refused, and nothing is written', async (_what, change, refusal) => {
  const wanted = product({ productId: 'refused-1', saveId: 'save-0009', ...change });
  expect(await owner.call('shop.saveProduct', wanted)).toMatchObject({ ok: false, refusal });
  expect(await records(wanted.productId)).toEqual([]);
});

test('what is another shop’s stays theirs', async () => {
  const theirs = { shopId: 'fenhe', productId: 'new-pear' };
  const notFound = refused('NOT_FOUND');
  expect(await neighbour.call('shop.getMyProduct', theirs)).toEqual(notFound);
  expect(await neighbour.call('shop.shelveProduct', { ...theirs, onShelf: false })).toEqual(notFound);
  expect(await neighbour.call('shop.findSku', { shopId: 'fenhe', barcode: '6901234567892' })).toEqual(notFound);
  expect(
    await neighbour.call('shop.arrangeProducts', { shopId: 'fenhe', productIds: ['new-pear', 'vinegar-8y'] }),
  ).toEqual(notFound);
  const categoryId = (await ann.ask('shop.getShopHome', { shopId: 'fenhe' })).categories[0]?.categoryId ?? '';
  const stolen = product({ shopId: 'fenhe', categoryId, version: 9, saveId: 'save-0010' });
  expect(await neighbour.call('shop.saveProduct', stolen)).toEqual(refused('NOT_FOUND', { what: 'product' }));
  expect(await clerk.call('shop.saveProduct', product())).toEqual(refused('NOT_ALLOWED'));
});

test('the front of the shop and its categories; one with goods in it does not go', async () => {
  const { shop, categories } = await ann.ask('shop.getShopHome', { shopId });
  const front = { shopId, name: shop.name, slogan: '山西好物', notice: '国庆照常发货', logo: shop.logo, categories };
  await owner.ask('shop.saveShopFront', {
    ...front,
    categories: [...categories, { categoryId: 'gifts', name: '礼盒' }],
  });
  expect(await ann.ask('shop.getShopHome', { shopId })).toMatchObject({
    shop: { slogan: '山西好物', notice: '国庆照常发货' },
    categories: [...categories, { categoryId: 'gifts', name: '礼盒' }],
  });
  const without = categories.filter(({ categoryId }) => categoryId !== 'fruit');
  expect(await owner.call('shop.saveShopFront', { ...front, categories: without })).toEqual(
    refused('CATEGORY_IN_USE', { categoryId: 'fruit', name: '枣果蜜饯' }),
  );
  await owner.ask('shop.saveShopFront', front);
  expect((await ann.ask('shop.getShopHome', { shopId })).categories).toEqual(categories);
  expect(await owner.call('shop.saveShopFront', { ...front, notice: '转发领红包' })).toMatchObject(
    refused('INDUCEMENT', { field: 'notice' }),
  );
});
