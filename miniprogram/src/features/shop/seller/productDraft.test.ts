import { fen } from '@shared/kernel/money';
import { copyOf, draftOf, fillAll, newDraft, productOf, productProblems, rowsOf, skuProblem } from './productDraft';

const typed = {
  ...newDraft('new-pear'),
  ...{
    name: ' 玉露香梨 ',
    categoryId: 'fruit',
    pictures: ['cloud://a.b/c'],
    facts: '产地：隰县\n\n储存: 冷藏',
    story: '一\n二',
  },
  options: [
    { name: '重量', values: '一斤，两斤、一斤' },
    { name: '包装', values: '散装 礼盒' },
    { name: '', values: '' },
  ],
};
const now = 1_000;
const priced = fillAll(typed, { price: '12.5', stock: '20' });

test('the SKUs follow from the options, and what was typed stays with its choice', () => {
  expect(rowsOf(priced).map(({ choice }) => choice.join())).toEqual([
    '一斤,散装',
    '一斤,礼盒',
    '两斤,散装',
    '两斤,礼盒',
  ]);
  const without = { ...priced, options: [{ name: '重量', values: '一斤' }, ...priced.options.slice(1)] };
  expect(rowsOf(without)).toHaveLength(2);
  expect(rowsOf({ ...without, options: priced.options })[3]?.sku.price).toBe('12.5');
});

test('a draft becomes what is saved, and back', () => {
  expect(productProblems(priced, now)).toEqual({});
  const saved = productOf(priced, 'jinmei', 'save-1');
  expect(saved).toMatchObject({
    ...{ name: '玉露香梨', version: 0, story: ['一', '二'] },
    facts: [
      { label: '产地', text: '隰县' },
      { label: '储存', text: '冷藏' },
    ],
    options: [
      { name: '重量', values: ['一斤', '两斤'] },
      { name: '包装', values: ['散装', '礼盒'] },
    ],
  });
  expect(saved.skus[0]).toEqual({ choice: ['一斤', '散装'], price: 1_250, grams: 500, lowAt: 5, stock: 20 });

  const { skus, subtitle = '', ...rest } = saved;
  const [first, ...others] = skus.map((sku, index) => ({
    ...sku,
    skuId: `sku-${index}`,
    price: fen(sku.price),
    wasPrice: undefined,
    followerPrice: undefined,
    cost: undefined,
    barcode: undefined,
  }));
  const back = draftOf({ ...rest, badge: undefined, subtitle, version: 1, onShelf: true, skus: others });
  // What is not sold is there, and off.
  expect(rowsOf(back).map(({ sku }) => sku.off)).toEqual([true, false, false, false]);
  expect(productOf(back, 'jinmei', 'save-2').skus).toEqual(skus.slice(1));
  expect(first).toBeDefined();
  const copied = copyOf({ ...rest, badge: undefined, subtitle, version: 1, onShelf: true, skus: others }, 'other-1');
  expect(copied).toMatchObject({ productId: 'other-1', version: 0, name: '玉露香梨 副本' });
});

test.each<[string, Partial<typeof priced>, string]>([
  ['no name', { name: ' ' }, 'name'],
  ['no picture', { pictures: [] }, 'pictures'],
  ['no category', { categoryId: '' }, 'categoryId'],
  ['a fact without a label', { facts: '隰县' }, 'facts'],
  ['an option without a name', { options: [{ name: '', values: '大 小' }] }, 'options'],
  ['too many choices', { options: [1, 2, 3].map((n) => ({ name: `${n}`, values: 'a b c d e' })) }, 'options'],
  [
    'nothing sold',
    { skus: Object.fromEntries(rowsOf(priced).map(({ key, sku }) => [key, { ...sku, off: true }])) },
    'skus',
  ],
  ['a SKU without a price', { skus: {} }, 'skus'],
  ['an end that is no later than the beginning', { shelveFrom: 3_000, shelveUntil: 3_000 }, 'shelf'],
  ['an end that is over', { shelveUntil: 1_000 }, 'shelf'],
])('%s is told at its place', (_what, change, place) => {
  expect(Object.keys(productProblems({ ...priced, ...change }, now))).toContain(place);
});

test.each([
  [{ price: '0' }, '请填写价格'],
  [{ price: '1.234' }, '请填写价格'],
  [{ wasPrice: '12' }, '原价要高于价格'],
  [{ followerPrice: '12.5' }, '会员价要低于价格'],
  [{ stock: '一' }, '请填写库存件数'],
  [{ barcode: '123' }, '条码是 8 到 14 位数字'],
])('a SKU with %j is told', (change, problem) => {
  const sku = rowsOf(priced)[0]?.sku;
  expect(sku && skuProblem({ ...sku, ...change })).toBe(problem);
});

test('values with spaces in them stay whole: an edit of a price is no edit of the options', () => {
  const sizes = ['500 g', '1 kg'];
  const product = (values: string[]) => ({
    ...{
      productId: 'pear',
      version: 1,
      onShelf: true,
      name: '梨',
      subtitle: '',
      categoryId: 'fruit',
      badge: undefined,
    },
    ...{ pictures: [], story: [], facts: [], options: [{ name: '重量', values }] },
    skus: values.map((value) => ({
      ...{ skuId: value, choice: [value], price: fen(100), grams: 1, lowAt: 1, stock: 1 },
      ...{ wasPrice: undefined, followerPrice: undefined, cost: undefined, barcode: undefined },
    })),
  });
  for (const values of [sizes, ['2 斤'], ['散装', '礼盒']]) {
    expect(productOf(draftOf(product(values)), 'jinmei', 'save-1').options).toEqual([{ name: '重量', values }]);
    expect(rowsOf(draftOf(product(values))).every(({ sku }) => !sku.off)).toBe(true);
  }
});
