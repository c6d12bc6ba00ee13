import { recountCells } from './recountCells';
import { readOldestCells } from './shopCells';
import { cellsAreCounted, readUncounted } from './shopPlaces';

/** Longer than a shop's own recount takes; earlier would only be a second count at once. */
const leftBehindMs = 60_000;
const checkedAtOnce = 50;

/**
 * Recounts the cells of shops whose mover did not come to it, and those that were not counted for longest, so that whatever damaged
 * one heals. Answers how many shops were finished.
 */
export async function keepCells(now: number): Promise<number> {
  const [left, oldest] = await Promise.all([readUncounted(now - leftBehindMs), readOldestCells(checkedAtOnce)]);
  const owed = left.flatMap(({ recount }) => recount?.cells ?? []);
  await recountCells([...owed, ...oldest.map(({ _id }) => _id)], now);
  await Promise.all(left.map(({ _id, recount }) => cellsAreCounted(_id, recount?.key ?? '')));
  return left.length;
}
