import { shelvingAt } from '../../shared/shop/shelving';
import { type ProductRecord, readDueShelvings } from './products';
import { readSkusOf } from './skus';
import { writeShelving } from './writeShelving';

const pageSize = 50;
/** What one run has time for. */
const mostPages = 10;

/**
 * Puts on the shelf and takes off it what was planned for by now. Each is one conditional update, so what somebody changes
 * meanwhile is left to the next run. Answers how many were moved.
 */
export async function settleShelvings(now: number): Promise<number> {
  let moved = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const due = await readDueShelvings(now, pageSize);
    const outcomes = await Promise.all(due.map((product) => settle(product, now)));
    moved += outcomes.filter((product) => product !== undefined).length;
    if (due.length < pageSize) break;
  }
  return moved;
}

const settle = async (product: ProductRecord, now: number): Promise<ProductRecord | undefined> =>
  writeShelving(product, await readSkusOf(product._id), shelvingAt(product, now), { savedAt: now });
