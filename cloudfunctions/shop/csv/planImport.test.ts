import fc from 'fast-check';
import Papa from 'papaparse';
import { fen } from '../../../shared/kernel/money';
import { everyChoice } from '../../../shared/shop/offer';
import type { ProductRecord } from '../products';
import type { SkuRecord } from '../skus';
import { decodeText } from './decodeText';
import { csvOf, rowOf } from './exportProducts';
import { parseRow } from './parseRow';
import { planImport } from './planImport';
import type { Stocked } from './planProduct';
import { readSheet } from './readSheet';

const categories = [
  { categoryId: 'vinegar', name: '醋' },
  { categoryId: 'odd', name: '=怪' },
];

const productOf = (change: Partial<ProductRecord>): ProductRecord => ({
  ...{ _id: 'vinegar-1', shopId: 'jinmei', categoryId: 'vinegar', rank: 1, name: '老陈醋', subtitle: '' },
  ...{ pictures: ['cloud://x/1.webp'], story: ['很酸。'], facts: [], options: [], priceFrom: fen(1_000) },
  ...{ pricesDiffer: false, sold: 0, onShelf: true, searchText: '', version: 3 },
  ...change,
});
const skuOf = (product: ProductRecord, choice: string[], change: Partial<SkuRecord> = {}): SkuRecord => ({
  ...{ _id: `${product._id}-${choice.join('-')}`, shopId: 'jinmei', productId: product._id, categoryId: 'vinegar' },
  ...{ productName: product.name, choice, picture: '', price: fen(1_000), grams: 500, onShelf: true },
  ...{ offerVersion: 3, initialStock: 9, stock: 9, lowAt: 5, aboveLow: 4, pending: {}, pendingCount: 0 },
  ...change,
});
const twoSizes = productOf({ options: [{ name: '重量', values: ['一斤', '两斤'] }] });
const stocked: Stocked = {
  ...{ categories, logo: 'cloud://x/logo.webp', products: [twoSizes] },
  skus: [skuOf(twoSizes, ['一斤']), skuOf(twoSizes, ['两斤'], { price: fen(1_800), barcode: '6901234567892' })],
};

function planOf(text: string, having: Stocked = stocked) {
  const sheet = readSheet(text);
  const read = sheet.rows.map(parseRow);
  const planned = planImport(
    read.flatMap(({ parsed }) => parsed ?? []),
    having,
    'import-1',
  );
  const problems = [...sheet.problems, ...read.flatMap((each) => each.problems), ...planned.problems];
  return { plans: planned.plans, problems: problems.map(({ row, column, because }) => `${row} ${column} ${because}`) };
}

const text = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(...'=+-@\'"＝,;醋a1 好'), minLength: 1, maxLength: most })
    .map((each) => each.trim())
    .filter((each) => each !== '');
const amount = fc.integer({ min: 2, max: 9_999_999 }).map(fen);

const anyShop = fc
  .uniqueArray(text(30), { minLength: 1, maxLength: 4 })
  .chain((names) => fc.tuple(...names.map((name, index) => anyProduct(name, index))))
  .map((each): Stocked => {
    const products = each.map(({ product }) => product);
    return { categories, logo: 'cloud://x/logo.webp', products, skus: each.flatMap(({ skus }) => skus) };
  });

function anyProduct(name: string, index: number) {
  const options = fc.array(
    fc.record({ name: text(10), values: fc.uniqueArray(text(20), { minLength: 1, maxLength: 3 }) }),
    { maxLength: 3 },
  );
  return fc
    .record({
      options: options.filter((all) => new Set(all.map((each) => each.name)).size === all.length),
      subtitle: fc.option(text(40), { nil: '' }),
      badge: fc.option(text(6), { nil: undefined }),
      categoryId: fc.constantFrom('vinegar', 'odd'),
      prices: fc.array(fc.record({ price: amount, cost: fc.option(amount, { nil: undefined }) }), {
        minLength: 27,
        maxLength: 27,
      }),
    })
    .map(({ prices, badge, ...about }) => {
      const product = productOf({ _id: `product-${index}`, name, ...about, ...(badge && { badge }) });
      const skus = everyChoice(about.options).map((choice, place) => {
        const { price = fen(1), cost } = prices[place] ?? {};
        return skuOf(product, choice, {
          ...{ price, wasPrice: fen(price + 1), followerPrice: fen(price - 1) },
          ...(cost !== undefined && { cost }),
          barcode: `69000${index}${String(place).padStart(6, '0')}`,
        });
      });
      return { product, skus };
    });
}

test('importing what was exported changes nothing, whatever it is called', () => {
  fc.assert(
    fc.property(anyShop, (shop) => {
      const names = new Map(categories.map(({ categoryId, name }) => [categoryId, name]));
      const rows = shop.products.flatMap((product) =>
        shop.skus
          .filter(({ productId }) => productId === product._id)
          .map((sku) => rowOf(product, sku, names.get(product.categoryId) ?? '')),
      );
      const file = decodeText(Buffer.from(csvOf(rows)))?.text ?? '';
      // No spreadsheet takes a cell of it for a formula.
      const cells = Papa.parse<string[]>(file).data.flat();
      expect(cells.filter((cell) => /^[=+\-@\t＝＋－＠]/.test(cell))).toEqual([]);
      const { plans, problems } = planOf(file, shop);
      expect(problems.filter((problem) => !problem.includes('forbiddenWord'))).toEqual([]);
      expect(plans.map(({ kind, columns }) => [kind, columns])).toEqual(shop.products.map(() => ['same', []]));
    }),
    { numRuns: 200 },
  );
});

test('a new price changes one SKU of a product and nothing else', () => {
  const { plans, problems } = planOf('商品编号,商品名称,规格名1,规格值1,价格\nvinegar-1,老陈醋,重量,两斤,20\n');
  expect(problems).toEqual([]);
  expect(plans).toMatchObject([{ kind: 'changed', productId: 'vinegar-1', version: 3, columns: ['价格'] }]);
  expect(plans[0]?.offers.map(({ price, barcode }) => [price, barcode])).toEqual([
    [1_000, undefined],
    [2_000, '6901234567892'],
  ]);
  expect(plans[0]?.about).toMatchObject({ story: ['很酸。'], pictures: ['cloud://x/1.webp'] });
});

test('a new choice is added; stock of what is there is not imported, and that is told', () => {
  const { plans } = planOf('商品名称,规格名1,规格值1,价格,库存\n老陈醋,重量,五斤,40,7\n老陈醋,重量,一斤,10,99\n');
  expect(plans).toMatchObject([{ kind: 'changed', columns: ['规格值1'], stockIgnored: 1 }]);
  expect(plans[0]?.about.options).toEqual([{ name: '重量', values: ['一斤', '两斤', '五斤'] }]);
  expect(plans[0]?.offers.map(({ stock }) => stock)).toEqual([9, 9, 7]);
});

test('a new product has the shop’s picture until it gets its own, and the same number in each try', () => {
  const sheet = '商品名称,分类,规格名1,规格值1,价格,库存\n玉露香梨,醋,重量,三斤,30,5\n玉露香梨,醋,重量,五斤,48,5\n';
  const [one, two] = [planOf(sheet), planOf(sheet)];
  expect(one.plans).toMatchObject([{ kind: 'new', version: 0, about: { pictures: ['cloud://x/logo.webp'] } }]);
  expect(one.plans[0]?.productId).toBe(two.plans[0]?.productId);
});

test.each([
  ['商品编号,商品名称,价格\nnobody,老陈醋,1\n', '2 商品编号 unknownProduct'],
  ['商品名称,价格,分类\n新醋,1,没有\n', '2 分类 unknownCategory'],
  ['商品名称,价格\n新醋,1\n', '2 分类 required'],
  [
    '商品名称,价格,一句话,分类,规格名1,规格值1\n新醋,1,a,醋,味,甲\n新醋,1,b,醋,味,乙\n',
    '3 一句话 differsWithinProduct',
  ],
  ['商品名称,价格,规格名1,规格值1\n老陈醋,1,颜色,红\n', '2 规格名1 optionsDiffer'],
  ['商品名称,价格\n老陈醋,1\n', '2 规格名1 optionsDiffer'],
  ['商品名称,价格,规格名1,规格值1\n老陈醋,1,重量,"三斤，散"\n', '2 规格值1 commaInValue'],
  ['商品名称,价格,规格名1,规格值1\n老陈醋,1,重量,一斤\n老陈醋,2,重量,一斤\n', '3 规格值1 sameChoiceTwice'],
  ['商品名称,价格,条码,分类\n甲,1,69012345,醋\n乙,1,69012345,醋\n', '3 条码 sameBarcodeTwice'],
  ['商品名称,价格,分类\n关注领红包,1,醋\n', '2 商品名称 forbiddenWord'],
])('%j is told as %s', (sheet, problem) => expect(planOf(sheet).problems).toContain(problem));

test('a name that two products have says nothing', () => {
  const having = { ...stocked, products: [twoSizes, productOf({ _id: 'vinegar-2' })] };
  expect(planOf('商品名称,价格\n老陈醋,1\n', having).problems).toEqual(['2 商品名称 ambiguousName']);
});

test('an import leaves alone when a product comes on the shelf', () => {
  const waiting = { ...twoSizes, onShelf: false, shelveFrom: 5_000 };
  const { plans } = planOf('商品名称,规格名1,规格值1,价格\n老陈醋,重量,两斤,20\n', { ...stocked, products: [waiting] });
  expect(plans[0]?.about).toMatchObject({ shelveFrom: 5_000 });
});
