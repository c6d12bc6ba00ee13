import type { ProductRecord } from '../../cloudfunctions/shop/products';
import type { Input } from '../../shared/contract';
import { fen } from '../../shared/kernel/money';
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

const shopId = 'jinmei';
const hour = 3_600_000;
const product = (productId: string, change: Partial<Input<'shop.saveProduct'>> = {}): Input<'shop.saveProduct'> => ({
  ...{ shopId, productId, saveId: `${productId}-1`, version: 0, name: '国庆礼盒', categoryId: 'fruit' },
  ...{ pictures: ['cloud://a.b/c'], story: [], facts: [], options: [] },
  skus: [{ choice: [], price: fen(9_900), grams: 500, lowAt: 1, stock: 5 }],
  ...change,
});
const products = () => storefront.cloudbase.database().collection('products');
const isSeen = async (productId: string): Promise<boolean> => (await ann.call('shop.getProduct', { productId })).ok;
const listed = async (productId: string) =>
  (await owner.ask('shop.listMyProducts', { shopId })).products.find((each) => each.productId === productId);
const shelvesMoved = async (): Promise<number> => {
  const before = (await products().where({ shopId }).limit(100).get()).data as ProductRecord[];
  await storefront.tick('timers');
  const after = (await products().where({ shopId }).limit(100).get()).data as ProductRecord[];
  return after.filter(({ _id, version }) => before.find((each) => each._id === _id)?.version !== version).length;
};

test('a product is seen and sold within its window only, and the clock that runs twice moves it once', async () => {
  const productId = 'plan-gift';
  const now = await storefront.now();
  const window = { shelveFrom: now + hour, shelveUntil: now + 3 * hour };
  await owner.ask('shop.saveProduct', product(productId, window));
  expect(await shelvesMoved()).toBe(0);
  expect(await isSeen(productId)).toBe(false);
  expect(await listed(productId)).toMatchObject({ onShelf: false, ...window });
  const { skus } = await owner.ask('shop.getMyProduct', { shopId, productId });
  const line = { skuId: skus[0]?.skuId ?? '', quantity: 1 };
  expect(await ann.call('order.setCartLine', line)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });

  await storefront.advance(hour);
  expect([await shelvesMoved(), await shelvesMoved()]).toEqual([1, 0]);
  expect(await isSeen(productId)).toBe(true);
  expect(await ann.call('order.setCartLine', line)).toMatchObject({ ok: true });
  expect(await listed(productId)).toMatchObject({ onShelf: true, shelveUntil: window.shelveUntil });

  await storefront.advance(2 * hour);
  expect([await shelvesMoved(), await shelvesMoved()]).toEqual([1, 0]);
  expect(await isSeen(productId)).toBe(false);
  const { onShelf, shelveFrom, shelveUntil } = (await listed(productId)) ?? {};
  expect([onShelf, shelveFrom, shelveUntil]).toEqual([false, undefined, undefined]);
  // Nobody did it, so the log has the save alone.
  const { entries } = await owner.ask('shop.listAuditLog', { shopId });
  expect(entries.map(({ operation }) => operation)).toEqual(['shop.saveProduct']);
});

test('who shelves by hand drops what was planned', async () => {
  const productId = 'plan-hand';
  const now = await storefront.now();
  await owner.ask('shop.saveProduct', product(productId, { shelveFrom: now + hour, shelveUntil: now + 2 * hour }));
  await owner.ask('shop.shelveProduct', { shopId, productId, onShelf: true });
  expect(await isSeen(productId)).toBe(true);
  await storefront.advance(3 * hour);
  expect(await shelvesMoved()).toBe(0);
  expect(await isSeen(productId)).toBe(true);

  const until = (await storefront.now()) + hour;
  const change = { version: 2, saveId: 'plan-hand-2', shelveUntil: until };
  await owner.ask('shop.saveProduct', product(productId, change));
  expect(await isSeen(productId)).toBe(true);
  const first = await owner.ask('shop.shelveProduct', { shopId, productId, onShelf: true });
  expect(await owner.ask('shop.shelveProduct', { shopId, productId, onShelf: true })).toEqual(first);
  await storefront.advance(2 * hour);
  await storefront.tick('timers');
  expect(await isSeen(productId)).toBe(true);
});

test('a beginning that has come is at once, an end that has come too; one before the other is refused', async () => {
  const productId = 'plan-past';
  await owner.ask('shop.saveProduct', product(productId, { shelveFrom: 1 }));
  expect(await isSeen(productId)).toBe(true);
  await owner.ask('shop.saveProduct', product(productId, { version: 1, saveId: 'plan-past-2', shelveUntil: 2 }));
  expect(await isSeen(productId)).toBe(false);
  const upsideDown = product('plan-never', { shelveFrom: 5, shelveUntil: 5 });
  expect(await owner.call('shop.saveProduct', upsideDown)).toMatchObject({
    ...{ ok: false, refusal: { code: 'INVALID_INPUT', field: 'shelveUntil' } },
  });
});

test('a hundred and twenty that are due at once all come on the shelf in one run', async () => {
  const due = await storefront.now();
  const [like] = (await products().where({ shopId }).limit(1).get()).data as ProductRecord[];
  if (!like) throw new Error('the shop has no product');
  const ids = Array.from({ length: 120 }, (_none, index) => `plan-many-${index}`);
  const plan = { onShelf: false, shelveFrom: due, shelvingDue: due };
  await products().add(ids.map((_id, rank) => ({ ...like, ...plan, _id, rank: 1_000 + rank })));
  await storefront.tick('timers');
  const { total } = await products()
    .where({ onShelf: true, rank: storefront.cloudbase.database().command.gte(1_000) })
    .count();
  expect(total).toBe(120);
});
