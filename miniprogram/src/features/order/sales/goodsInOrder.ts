import type { Sales } from './useSales';

/** What a list of goods may be about. */
export type GoodsOrder = 'best' | 'profit' | 'soonest' | 'idle';

type Goods = Sales['goods'][number];

/** More than two weeks away is nobody's worry. */
const soonDays = 14;

/** The goods as a shopkeeper asks for them: what sells best, what earns most, what runs out first. */
export function goodsInOrder(goods: readonly Goods[], order: Exclude<GoodsOrder, 'idle'>): Goods[] {
  if (order === 'best') return [...goods];
  if (order === 'profit')
    return goods.filter(({ profit }) => profit !== undefined).sort((a, b) => (b.profit ?? 0) - (a.profit ?? 0));
  return goods
    .filter(({ daysLeft }) => daysLeft !== undefined && daysLeft <= soonDays)
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
}
