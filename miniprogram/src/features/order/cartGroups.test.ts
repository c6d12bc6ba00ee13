import { fen } from '@shared/kernel/money';
import { type CartLine, cartGroups } from './cartGroups';

const line = (skuId: string, shopId: string, over: Partial<CartLine> = {}): CartLine => ({
  skuId,
  shopId,
  shopName: `店 ${shopId}`,
  productId: skuId,
  name: skuId,
  choice: [],
  picture: 'cloud://env.bucket/a.webp',
  price: fen(1250),
  quantity: 2,
  stock: 10,
  ...over,
});

test('lines are grouped by shop in the order of the cart, all chosen', () => {
  const groups = cartGroups([line('vinegar', 'jin'), line('tea', 'hang'), line('noodles', 'jin')], new Set());
  expect(groups.map(({ shopId, lines }) => [shopId, lines.map(({ skuId }) => skuId)])).toEqual([
    ['jin', ['vinegar', 'noodles']],
    ['hang', ['tea']],
  ]);
  expect(groups.map(({ total }) => total)).toEqual([5000, 2500]);
});

test('a line that is left out is neither counted nor ordered', () => {
  const [group] = cartGroups([line('vinegar', 'jin'), line('noodles', 'jin')], new Set(['noodles']));
  expect(group).toMatchObject({ total: 2500, chosen: [{ skuId: 'vinegar', quantity: 2 }] });
});

test.each([
  [0, 'soldOut', false],
  [1, 'short', false],
  [2, 'enough', true],
])('with %p in stock, a line of two is %p', (stock, supply, chosen) => {
  const [group] = cartGroups([line('vinegar', 'jin', { stock })], new Set());
  expect(group?.lines[0]).toMatchObject({ supply, chosen });
  expect(group?.chosen).toHaveLength(chosen ? 1 : 0);
});
