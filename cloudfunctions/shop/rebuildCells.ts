import { recountCells } from './recountCells';
import { readCellsAfter } from './shopCells';
import { readShopsAfter } from './shopPlaces';

/**
 * Recounts every cell that has a shop or ever had one, and answers how many of the finest have. For new environments and
 * after damage; it may run beside everything else, and with a million shops it takes hours.
 */
export async function rebuildCells(now: number): Promise<number> {
  const filled = new Set<string>();
  for await (const { cell } of every(readShopsAfter)) filled.add(cell);
  const all = new Set(filled);
  for await (const { _id } of every(readCellsAfter)) all.add(_id);
  await recountCells([...all], now);
  return filled.size;
}

async function* every<Stored extends { _id: string }>(
  readAfter: (id: string) => Promise<readonly Stored[]>,
): AsyncGenerator<Stored> {
  let page = await readAfter('');
  for (let last = page.at(-1); last; last = page.at(-1)) {
    yield* page;
    page = await readAfter(last._id);
  }
}
