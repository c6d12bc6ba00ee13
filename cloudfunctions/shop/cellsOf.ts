import { cellOf, parentOf } from './cellGrid';
import { type CellSummary, merge, type ShopOnMap, summaryOf } from './cellSummary';
import type { CellRecord } from './shopCells';

/** All cells that these shops fill, level by level, the finest first: for an environment that has none yet. */
export function* cellsOf(shops: Iterable<ShopOnMap>, now: number): Generator<CellRecord[]> {
  const shopsByCell = grouped(shops, (shop) => cellOf([shop.longitude, shop.latitude]));
  let level = [...shopsByCell].map(([cellId, members]) => recordOf(cellId, summaryOf(members), now));
  while (level.length > 0) {
    yield level;
    const parts = grouped(level, ({ _id }) => parentOf(_id));
    level = [...parts].map(([cellId, children]) => recordOf(cellId, merge(children), now));
  }
}

const recordOf = (cellId: string, summary: CellSummary, now: number): CellRecord => ({
  _id: cellId,
  ...summary,
  version: 1,
  countedAt: now,
});

/** Items by key, without those that have none. */
function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
