import { fen } from '@shared/kernel/money';
import { canChoose, firstChoice, openOptions, type Product, skuOf, toggle } from './choices';

const sku = (size: string, box: string, stock: number) => ({
  skuId: `sku-${size}-${box}`,
  choice: [size, box],
  price: fen(1800),
  stock,
});
const vinegar: Product = {
  productId: 'vinegar',
  shopId: 'shop',
  shopName: '',
  freight: { fee: fen(0), freeFrom: fen(0) },
  name: '老陈醋',
  subtitle: '',
  pictures: [],
  story: [],
  facts: [],
  options: [
    { name: '净含量', values: ['500ml', '2L'] },
    { name: '包装', values: ['单瓶', '礼盒'] },
  ],
  skus: [sku('500ml', '单瓶', 0), sku('500ml', '礼盒', 3), sku('2L', '单瓶', 8)],
  sold: 0,
};

test('a product opens with the first SKU that is in stock', () => {
  expect(firstChoice(vinegar)).toEqual(['500ml', '礼盒']);
});

test('nothing is chosen when all is sold out, so that nobody is led to a dead end', () => {
  const soldOut = { ...vinegar, skus: vinegar.skus.map((each) => ({ ...each, stock: 0 })) };
  expect(firstChoice(soldOut)).toEqual([undefined, undefined]);
  expect(openOptions(soldOut, firstChoice(soldOut))).toEqual(['净含量', '包装']);
});

test('a value is offered only if it leads to something in stock', () => {
  expect(canChoose(vinegar.skus, ['500ml', undefined], 1, '单瓶')).toBe(false);
  expect(canChoose(vinegar.skus, ['500ml', undefined], 1, '礼盒')).toBe(true);
  expect(canChoose(vinegar.skus, ['2L', undefined], 1, '礼盒')).toBe(false);
  expect(canChoose(vinegar.skus, [undefined, undefined], 0, '2L')).toBe(true);
});

test('a complete choice finds its SKU, an incomplete one finds none', () => {
  expect(skuOf(vinegar.skus, ['2L', '单瓶'])?.stock).toBe(8);
  expect(skuOf(vinegar.skus, ['2L', undefined])).toBeUndefined();
});

test('a product without options has one SKU', () => {
  const plain = { ...vinegar, options: [], skus: [{ ...sku('', '', 2), choice: [] }] };
  expect(skuOf(plain.skus, firstChoice(plain))?.stock).toBe(2);
});

test('choosing the same value again takes it back', () => {
  expect(toggle(['500ml', '礼盒'], 1, '礼盒')).toEqual(['500ml', undefined]);
  expect(toggle(['500ml', undefined], 1, '单瓶')).toEqual(['500ml', '单瓶']);
});
