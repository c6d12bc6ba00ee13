import { isWithin, type Rectangle } from '../../shared/kernel/geo';
import { accept, type OutputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { cellsTouching } from './cellGrid';
import { centreOf, type ShopOnMap, topTrades } from './cellSummary';
import { type CellRecord, readCells } from './shopCells';

/** A map draws no more than this. */
const mostFeatures = 100;

type InView = OutputOf<ShopContract['countShopsInView']>;

export const countShopsInView: Handler<ShopContract['countShopsInView']> = async ({ view }) =>
  accept(featuresOf(await readCells(cellsTouching(view, mostFeatures)), view));

/** Cells as single shops while there is room, those with the fewest first; the others as clusters. */
export function featuresOf(cells: readonly CellRecord[], view: Rectangle): InView {
  const filled = cells.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count || (a._id < b._id ? -1 : 1));
  const shops: ShopOnMap[] = [];
  const clusters: CellRecord[] = [];
  for (const [index, cell] of filled.entries()) {
    const later = filled.length - index - 1;
    const fits = shops.length + clusters.length + cell.count + later <= mostFeatures;
    if (cell.shops.length === cell.count && fits) shops.push(...cell.shops);
    else clusters.push(cell);
  }
  return {
    total: filled.reduce((sum, { count }) => sum + count, 0),
    clusters: clusters.map(clusterOf),
    shops: shops
      .filter(({ longitude, latitude }) => isWithin([longitude, latitude], view))
      .map(({ longitude, latitude, ...shop }) => ({ ...shop, place: { longitude, latitude } })),
  };
}

function clusterOf(cell: CellRecord): InView['clusters'][number] {
  const { shopId = '', name = '' } = cell.shops[0] ?? {};
  return {
    cellId: cell._id,
    count: cell.count,
    centre: centreOf(cell),
    trades: topTrades(cell),
    sample: { shopId, name },
  };
}
