import { csvText } from '@shared/kernel/sheetCells';
import type { Sales } from './useSales';

/** What was sold and what was not as a table for a spreadsheet, a SKU a line; amounts in yuan. */
export function salesCsv({ goods, idle }: Pick<Sales, 'goods' | 'idle'>): string {
  const heads = ['商品', '规格', '卖出', '销售额', '毛利', '库存', '够卖天数'];
  return csvText([
    heads,
    ...goods.map(({ name, choice, pieces, amount, profit, stock, daysLeft }) => [
      ...[name, choice.join('，'), pieces, amount / 100],
      ...[profit === undefined ? '' : profit / 100, stock ?? '', daysLeft ?? ''],
    ]),
    ...idle.map(({ name, choice, stock }) => [name, choice.join('，'), 0, 0, '', stock, '']),
  ]);
}
