import { orderContract } from '@shared/order/contract';
import * as v from 'valibot';
import { linesText, mostLines, parseLines } from './lines';

test('lines survive the way through a page address', () => {
  const lines = [
    { skuId: 'sku-vinegar-1', quantity: 2 },
    { skuId: 'sku_b', quantity: 99 },
  ];
  expect(parseLines(linesText(lines))).toEqual(lines);
});

test.each(['', 'sku-a', 'sku-a:0', 'sku-a:100', 'sku-a:-1', '../x:1', 'a.b.c:1'])('%p names nothing to buy', (text) => {
  expect(parseLines(text)).toEqual([]);
});

test('the contract takes as many lines as the cart says, and not one more', () => {
  const takes = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) => ({ skuId: `sku-${at}`, quantity: 1 }));
    return v.is(orderContract.previewCheckout.input, { shopId: 'jinmei', lines });
  };
  expect([mostLines, mostLines + 1].map(takes)).toEqual([true, false]);
});
