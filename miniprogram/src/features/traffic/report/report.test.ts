import { fen } from '@shared/kernel/money';
import { bySource } from './bySource';
import { flowImage, ribbonsOf } from './flowImage';
import { reportCsv } from './reportCsv';
import type { LoopRow } from './useLoopReport';

const none = {
  ...{ visits: 0, people: 0, productViews: 0, shares: 0, orders: 0, again: 0, follows: 0 },
  ...{ paid: fen(0), refunded: fen(0), couponOff: fen(0) },
};
const row = (source: LoopRow['source'], more: Partial<LoopRow> = {}): LoopRow => ({ ...none, source, ...more });

const rows = [
  row('article', { articleId: 'tea-01', visits: 10, orders: 2, again: 1, paid: fen(5580), refunded: fen(580) }),
  row('article', { articleId: 'tea-02', visits: 5, couponOff: fen(300) }),
  row('code', { channel: 'counter-01', name: '=柜台,"甲"', visits: 35, orders: 1, paid: fen(1000) }),
];

test('rows of a source are one, with what was noted for advertisements', () => {
  const sums = bySource({ rows, adSpend: [{ source: 'ad', amount: fen(9900) }] });
  expect(sums.map(({ source }) => source)).toEqual(['article', 'code', 'ad']);
  expect(sums[0]).toMatchObject({ visits: 15, orders: 2, newBuyers: 1, net: 5000, couponOff: 300, adSpend: 0 });
  expect(sums[2]).toMatchObject({ visits: 0, net: 0, adSpend: 9900 });
});

test('more refunds than payments in these days bring in nothing, not less', () => {
  expect(bySource({ rows: [row('friend', { refunded: fen(100) })], adSpend: [] })[0]).toMatchObject({ net: 0 });
});

test('ribbons are shares of people and of money; beyond five they are one', () => {
  const ribbons = ribbonsOf(bySource({ rows, adSpend: [] }));
  expect(ribbons.map(({ source, people }) => [source, people])).toEqual([
    ['article', 0.3],
    ['code', 0.7],
  ]);
  expect(ribbons[0]?.money).toBeCloseTo(5 / 6);
  const many = ['article', 'code', 'friend', 'search', 'nearby', 'link', 'ad'] as const;
  const shown = ribbonsOf(bySource({ rows: many.map((source) => row(source, { visits: 1 })), adSpend: [] }));
  expect(shown).toHaveLength(6);
  expect(shown.at(-1)).toMatchObject({ source: 'rest', money: 0 });
  expect(shown.reduce((all, { people }) => all + people, 0)).toBeCloseTo(1);
  expect(flowImage(shown)).toMatch(/^data:image\/svg\+xml,/);
  expect(flowImage(shown)).not.toContain('NaN');
  expect(ribbonsOf([])).toEqual([]);
});

test('the table for a spreadsheet adds up and holds no formula', () => {
  const [head = '', ...lines] = reportCsv({ rows, total: { ...none, visits: 50, paid: fen(6580) } }).split('\n');
  expect(head.split(',')).toHaveLength(13);
  expect(lines[0]).toBe('文章,文章 · tea-01,10,0,0,0,2,1,55.80,5.80,50.00,0.00,0');
  expect(lines[2]).toContain('扫码,"\'=柜台,""甲""",35');
  expect(lines.at(-1)).toBe('合计,,50,0,0,0,0,0,65.80,0.00,65.80,0.00,0');
});
