import { shelvingAt } from '../../shared/shop/shelving';
import { readDueShelvings } from './products';
import { readSkusOfProducts } from './skus';
import { writeShelving } from './writeShelving';

/** So few that all their SKUs come with one call. */
const pageSize = 10;
/** What one run has time for. */
const mostPages = 50;

/**
 * Puts on the shelf and takes off it what was planned for by now. Each is one conditional update, so what somebody changes
 * meanwhile is left to the next run. Answers how many were moved.
 */
export async function settleShelvings(now: number): Promise<number> {
  let moved = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const due = await readDueShelvings(now, pageSize);
    const skus = await readSkusOfProducts(due.map(({ _id }) => _id));
    const outcomes = await Promise.all(
      due.map((product) => {
        const own = skus.filter(({ productId }) => productId === product._id);
        return writeShelving(product, own, shelvingAt(product, now), { savedAt: now });
      }),
    );
    moved += outcomes.filter((product) => product !== undefined).length;
    if (due.length < pageSize) break;
  }
  return moved;
}
