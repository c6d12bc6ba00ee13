import { orderContract } from '@shared/order/contract';
import * as v from 'valibot';
import { basketsText, mostLines, parseBaskets } from './lines';

test('baskets survive the way through a page address', () => {
  const baskets = [
    {
      shopId: 'shop-1',
      lines: [
        { skuId: 'sku-vinegar-1', quantity: 2 },
        { skuId: 'sku_b', quantity: 99 },
      ],
    },
    { shopId: 'shop_2', lines: [{ skuId: 'sku-c', quantity: 1 }] },
  ];
  expect(parseBaskets(basketsText(baskets))).toEqual(baskets);
});

const wrong = ['', 'sku-a', 'shop', 'shop~', 'shop~sku-a:0', 'shop~sku-a:100', 'shop~sku-a:-1', '../x~sku-a:1'];
test.each(wrong)('%p names nothing to buy', (text) => {
  expect(parseBaskets(text)).toEqual([]);
});

test('the contract takes as many lines as the cart says, and not one more', () => {
  const takes = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) => ({ skuId: `sku-${at}`, quantity: 1 }));
    return v.is(orderContract.previewCheckout.input, { baskets: [{ shopId: 'jinmei', lines }] });
  };
  expect([mostLines, mostLines + 1].map(takes)).toEqual([true, false]);
});
