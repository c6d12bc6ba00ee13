import { saveSold } from './products';
import { readSkusSold, soldIsAddedUp, sumSoldOf } from './skus';

/** A run ends after so many pages of SKUs; the next goes on. */
const mostPages = 20;

/** Adds up what was sold of each product whose SKUs were sold, or came back, since the last time. Answers how many SKUs. */
export async function recountSold(): Promise<number> {
  let count = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const moved = await readSkusSold();
    if (moved.length === 0) break;
    const sums = await sumSoldOf([...new Set(moved.map(({ productId }) => productId))]);
    await Promise.all(sums.map(({ productId, sold }) => saveSold(productId, sold)));
    await Promise.all(moved.map(soldIsAddedUp));
    count += moved.length;
  }
  return count;
}
