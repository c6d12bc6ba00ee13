import { yuan } from '@shared/kernel/money';
import { csvText } from '@shared/kernel/sheetCells';
import { netOf } from './bySource';
import { rowText, sourceText } from './sourceText';
import type { LoopReport } from './useLoopReport';

/** A report as a table for a spreadsheet, one origin a line and the sum at the end; amounts in yuan. */
export function reportCsv({ rows, total }: Pick<LoopReport, 'rows' | 'total'>): string {
  const heads = [
    '来源',
    '名称',
    '进店',
    '人数',
    '看商品',
    '分享',
    '订单',
    '回头订单',
    '实付',
    '退款',
    '净额',
    '券优惠',
    '关注',
  ];
  const lines = rows.map((row) => [sourceText[row.source], rowText(row), ...cellsOf(row)]);
  return csvText([heads, ...lines, ['合计', '', ...cellsOf(total)]]);
}

const cellsOf = (each: LoopReport['total']): (string | number)[] => [
  ...[each.visits, each.people, each.productViews, each.shares, each.orders, each.again],
  ...[yuan(each.paid), yuan(each.refunded), yuan(netOf(each)), yuan(each.couponOff), each.follows],
];
