import type { ProductRecord } from '../../cloudfunctions/shop/products';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers } from '../support/world/people';

let storefront: Storefront;
let owner: Caller;
let clerk: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, clerk] = await Promise.all([storefront.as(sellers.owner), storefront.as(sellers.clerk)]);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const base64 = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))).toString(
    'base64',
  );
const titles = '商品名称,分类,规格名1,规格值1,价格,库存';
const products = async (where: object): Promise<ProductRecord[]> => {
  const { data } = await storefront.cloudbase.database().collection('products').where(where).limit(100).get();
  return data as ProductRecord[];
};
const versions = async () => (await products({ shopId })).map(({ _id, version }) => `${_id} ${version}`).sort();

test('the whole shop goes out as one sheet, and coming in again it changes nothing', async () => {
  const before = await versions();
  const { file, skus } = await owner.ask('shop.exportProducts', { shopId });
  expect(file.startsWith('\uFEFF商品编号,商品名称')).toBe(true);
  expect(skus).toBeGreaterThan(50);
  const preview = await owner.ask('shop.previewImport', { shopId, file: base64(file) });
  expect(preview).toMatchObject({ rows: skus, changes: [], same: before.length, problems: [], stockIgnored: 0 });
  const imported = await owner.ask('shop.importProducts', { shopId, importId: 'import-0001', file: base64(file) });
  expect(imported).toEqual({ written: 0, left: 0 });
  expect(await versions()).toEqual(before);
});

test('a file in GBK is read as such', async () => {
  // 商品名称,价格
  const gbkTitles = [0xc9, 0xcc, 0xc6, 0xb7, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1];
  const preview = await owner.ask('shop.previewImport', { shopId, file: base64(gbkTitles, '\nX,1\n') });
  expect(preview).toMatchObject({
    encoding: 'gb18030',
    problems: [{ row: 2, column: '分类', because: 'required' }],
  });
});

test('with one wrong row nothing is written, and each wrong cell is told', async () => {
  const before = await versions();
  const file = base64(`${titles}\n新梨,水果,重量,三斤,30,5\n新梨,水果,重量,五斤,=30*2,5\n好枣,水果,重量,一斤,x,5\n`);
  const answer = await owner.call('shop.importProducts', { shopId, importId: 'import-0002', file });
  expect(answer).toMatchObject({
    ok: false,
    refusal: {
      code: 'ROWS_WRONG',
      problems: expect.arrayContaining([
        { row: 3, column: '价格', because: 'formula' },
        { row: 4, column: '价格', because: 'notMoney' },
      ]),
    },
  });
  expect(await versions()).toEqual(before);
});

test('sixty new products come in calls that may die and be repeated, once each, off the shelf', async () => {
  const [{ name: category } = { name: '' }] = (await owner.ask('shop.getShopHome', { shopId })).categories;
  const rows = Array.from({ length: 60 }, (_none, index) => `样品 ${index},${category},重量,一斤,${index + 1},5`);
  const file = base64(`${titles}\n${rows.join('\n')}\n`);
  const going = { shopId, importId: 'import-0003', file };
  expect(await owner.ask('shop.importProducts', going)).toEqual({ written: 20, left: 40 });
  // The same call from two phones at once, and again after its answer got lost.
  await Promise.all([owner.call('shop.importProducts', going), owner.call('shop.importProducts', going)]);
  for (let left = 1; left > 0; ) {
    const answer = await owner.call('shop.importProducts', going);
    left = answer.ok ? answer.value.left : 1;
  }
  expect(await owner.ask('shop.importProducts', going)).toEqual({ written: 0, left: 0 });

  const made = (await products({ shopId, onShelf: false })).filter(({ name }) => name.startsWith('样品'));
  expect(made).toHaveLength(60);
  expect(new Set(made.map(({ version }) => version))).toEqual(new Set([1]));
  const home = await owner.ask('shop.getShopHome', { shopId });
  expect(home.featured.products.filter(({ name }) => name.startsWith('样品'))).toEqual([]);
});

test('what is no sheet, and who may not, is refused', async () => {
  const refused = (because: string) => ({ ok: false, refusal: { code: 'FILE_UNREADABLE', because } });
  const preview = (file: string) => owner.call('shop.previewImport', { shopId, file });
  expect(await preview(base64([0x50, 0x4b, 3, 4, 0, 0]))).toEqual(refused('encoding'));
  expect(await preview(base64(`${titles}\n`))).toEqual(refused('empty'));
  expect(await preview(base64(`${titles}\n${'醋,水果,,,1,\n'.repeat(501)}`))).toEqual(refused('tooManyRows'));
  expect(await clerk.call('shop.exportProducts', { shopId })).toEqual({
    ok: false,
    refusal: { code: 'NOT_ALLOWED' },
  });
});
