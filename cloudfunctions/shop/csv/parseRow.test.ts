import { parseRow } from './parseRow';
import type { SheetRow } from './readSheet';

const rowOf = (cells: SheetRow['cells']) => parseRow({ row: 7, cells: { name: '老陈醋', price: '12.5', ...cells } });
const problemsOf = (cells: SheetRow['cells']) =>
  rowOf(cells).problems.map(({ column, because }) => `${column} ${because}`);

test('money, counts and options are read; an empty amount is none, a missing column is nothing', () => {
  const { parsed, problems } = rowOf({
    ...{ price: '￥12.50', wasPrice: '', followerPrice: '9.9', lowAt: '3', barcode: '6901234567892' },
    ...{ option1: '重量', value1: '500 g', option2: '', value2: '' },
  });
  expect(problems).toEqual([]);
  expect(parsed).toMatchObject({
    ...{ row: 7, price: 1_250, wasPrice: 'none', followerPrice: 990, cost: undefined, lowAt: 3, grams: undefined },
    options: [{ name: '重量', value: '500 g' }],
  });
});

test.each([
  [{ name: '' }, '商品名称 required'],
  [{ name: '很'.repeat(31) }, '商品名称 tooLong'],
  [{ name: '老\u0007醋' }, '商品名称 controlCharacter'],
  [{ price: '' }, '价格 required'],
  [{ price: '0' }, '价格 notMoney'],
  [{ price: '12.345' }, '价格 notMoney'],
  [{ price: '十二' }, '价格 notMoney'],
  [{ price: '-1' }, '价格 notMoney'],
  [{ wasPrice: '12.5' }, '原价 wasPriceNotHigher'],
  [{ followerPrice: '12.5' }, '会员价 followerPriceNotLower'],
  [{ followerPrice: '0' }, '会员价 followerPriceNotLower'],
  [{ cost: 'x' }, '成本 notMoney'],
  [{ stock: '1.5' }, '库存 notCount'],
  [{ grams: '-1' }, '重量克 notCount'],
  [{ barcode: '6.90123E+12' }, '条码 notBarcode'],
  [{ category: '' }, '分类 required'],
  [{ option1: '重量' }, '规格值1 optionWithoutValue'],
  [{ value2: '红' }, '规格名2 optionWithoutValue'],
])('%j is refused: %s', (cells, problem) => {
  expect(problemsOf(cells)).toEqual([problem]);
  expect(rowOf(cells).parsed).toBeUndefined();
});
