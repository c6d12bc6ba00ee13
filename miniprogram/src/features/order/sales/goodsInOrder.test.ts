import { goodsInOrder } from './goodsInOrder';
import { salesCsv } from './salesCsv';
import type { Sales } from './useSales';

const goods = (skuId: string, rest: Partial<Sales['goods'][number]>): Sales['goods'][number] => ({
  ...{
    skuId,
    productId: 'vinegar',
    name: '老陈醋',
    choice: ['500 毫升'],
    picture: 'cloud://a',
    pieces: 1,
    amount: 100,
  },
  ...rest,
});
const all = [
  goods('sells-best', { pieces: 9, profit: 100, stock: 90, daysLeft: 70 }),
  goods('earns-most', { pieces: 5, profit: 900, stock: 7, daysLeft: 9 }),
  goods('no-cost', { pieces: 4, stock: 1, daysLeft: 1 }),
  goods('gone', { pieces: 2, profit: -50 }),
];

test('what earns most needs its cost noted, and what runs out needs to be about to', () => {
  const ids = (order: Parameters<typeof goodsInOrder>[1]) => goodsInOrder(all, order).map(({ skuId }) => skuId);
  expect(ids('best')).toEqual(['sells-best', 'earns-most', 'no-cost', 'gone']);
  expect(ids('profit')).toEqual(['earns-most', 'sells-best', 'gone']);
  expect(ids('soonest')).toEqual(['no-cost', 'earns-most']);
});

test('the table has a line for everything, in yuan', () => {
  const idle = { skuId: 'idle', productId: 'x', name: '=cmd', choice: [], picture: 'cloud://a', stock: 3 };
  const [head, first, , , gone, last] = salesCsv({ goods: all, idle: [{ ...idle, worth: 300 as never }] }).split('\n');
  expect(head).toBe('商品,规格,卖出,销售额,毛利,库存,够卖天数');
  expect(first).toBe('老陈醋,500 毫升,9,1,1,90,70');
  expect(gone).toBe('老陈醋,500 毫升,2,1,-0.5,,');
  expect(last).toBe("'=cmd,,0,0,,3,");
});
