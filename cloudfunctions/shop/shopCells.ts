import { _, db, insert } from '../_runtime/database';
import type { CellSummary } from './cellSummary';

/** A cell of the map's grid. It is derived: from its shops if it is one of the finest, else from its children. */
export interface CellRecord extends CellSummary {
  _id: string;
  /** Counts the writes, for compare and set. */
  version: number;
  countedAt: number;
}

const collection = 'shopCells';
const idsAtOnce = 500;

/** Reads cells by id, in any order; those that never held a shop are missing. */
export async function readCells(cellIds: readonly string[]): Promise<CellRecord[]> {
  const cells: CellRecord[] = [];
  for (const ids of inGroups(cellIds, idsAtOnce)) {
    const { data } = await db
      .collection(collection)
      .where({ _id: _.in([...ids]) })
      .limit(idsAtOnce)
      .get();
    cells.push(...(data as CellRecord[]));
  }
  return cells;
}

/** Cuts a list into groups of at most `size`. */
export const inGroups = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** The cells that were not counted for longest; at most `most`. */
export async function readOldestCells(most: number): Promise<CellRecord[]> {
  const { data } = await db.collection(collection).orderBy('countedAt', 'asc').limit(most).get();
  return data as CellRecord[];
}

/** The ids of all cells, in their order, a thousand at a time. */
export async function readCellsAfter(cellId: string): Promise<Pick<CellRecord, '_id'>[]> {
  const { data } = await db
    .collection(collection)
    .where({ _id: _.gt(cellId) })
    .orderBy('_id', 'asc')
    .limit(1_000)
    .field({ _id: true })
    .get();
  return data as Pick<CellRecord, '_id'>[];
}

/** Writes a cell if it still has the version that was read (`undefined`: if there is none). False if it has another. */
export async function writeCell(
  cellId: string,
  version: number | undefined,
  summary: CellSummary,
  countedAt: number,
): Promise<boolean> {
  if (version === undefined) {
    const record: CellRecord = { _id: cellId, ...summary, version: 1, countedAt };
    return (await insert(collection, record)) === 'inserted';
  }
  const { trades, ...plain } = summary;
  const { updated } = await db
    .collection(collection)
    .where({ _id: cellId, version })
    .update({ ...plain, trades: _.set(trades), version: version + 1, countedAt });
  return updated === 1;
}
