import { childrenOf, finestLevel, levelOf, parentOf } from './cellGrid';
import { merge, summaryOf } from './cellSummary';
import { inGroups, readCells, writeCell } from './shopCells';
import { readShopsIn } from './shopPlaces';

/**
 * Counts cells anew, and then every cell around them, the finer first. Safe at any moment, beside any other: a cell's
 * version is read before what it is made of and compared when it is written, so whoever counted something older writes
 * nothing (ADR 0006).
 */
export async function recountCells(cellIds: readonly string[], now: number): Promise<void> {
  const byLevel = new Map<number, Set<string>>();
  for (const cellId of cellIds) {
    for (let cell: string | undefined = cellId; cell !== undefined; cell = parentOf(cell)) {
      const level = levelOf(cell);
      byLevel.set(level, (byLevel.get(level) ?? new Set()).add(cell));
    }
  }
  const all = [...byLevel.values()].flatMap((cells) => [...cells]);
  const versions = new Map((await readCells(all)).map(({ _id, version }) => [_id, version]));
  for (const level of [...byLevel.keys()].sort((a, b) => b - a)) {
    for (const cells of inGroups([...(byLevel.get(level) ?? [])], cellsAtOnce)) {
      await Promise.all(cells.map((cell) => recount(cell, versions.get(cell), now)));
    }
  }
}

const cellsAtOnce = 100;

async function recount(cellId: string, readVersion: number | undefined, now: number): Promise<void> {
  let version = readVersion;
  while (!(await writeCell(cellId, version, await count(cellId), now))) {
    const [cell] = await readCells([cellId]);
    version = cell?.version;
  }
}

async function count(cellId: string) {
  if (levelOf(cellId) === finestLevel) return summaryOf(await readShopsIn(cellId));
  return merge(await readCells(childrenOf(cellId)));
}
