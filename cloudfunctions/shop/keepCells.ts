import { recountCells } from './recountCells';
import { readOldestCells } from './shopCells';
import { cellsAreCounted, readUncounted } from './shopPlaces';

/** Longer than a shop's own recount takes; earlier would only be a second count at once. */
const leftBehindMs = 60_000;

/** Recounts the cells of shops whose mover did not come to it. Answers how many shops were finished. */
export async function finishRecounts(now: number): Promise<number> {
  const left = await readUncounted(now - leftBehindMs);
  await recountCells(
    left.flatMap(({ recount }) => recount?.cells ?? []),
    now,
  );
  await Promise.all(left.map(({ _id, recount }) => cellsAreCounted(_id, recount?.key ?? '')));
  return left.length;
}

const checkedAtOnce = 500;

/** Recounts the cells that were not counted for longest, so that whatever damaged one heals. Answers how many. */
export async function checkOldestCells(now: number): Promise<number> {
  const oldest = await readOldestCells(checkedAtOnce);
  await recountCells(
    oldest.map(({ _id }) => _id),
    now,
  );
  return oldest.length;
}
