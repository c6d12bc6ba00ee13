import { _ } from '../_runtime/database';
import { saveSold } from './products';
import { type SkuRecord, skus } from './skus';

/** A run ends after so many pages of SKUs; the next goes on. */
const mostPages = 20;
const pageSize = 100;

/** Adds up what was sold of each product whose SKUs were sold, or came back, since the last time. Answers how many SKUs. */
export async function recountSold(): Promise<number> {
  let count = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const moved = await readMoved();
    if (moved.length === 0) break;
    const sums = await sumSold([...new Set(moved.map(({ productId }) => productId))]);
    await Promise.all(sums.map(({ productId, sold }) => saveSold(productId, sold)));
    await Promise.all(moved.map(isAddedUp));
    count += moved.length;
  }
  return count;
}

async function readMoved(): Promise<SkuRecord[]> {
  const { data } = await skus().where({ soldMoved: true }).limit(pageSize).get();
  return data as SkuRecord[];
}

/** What was sold of each of these products. Added up in the database. */
async function sumSold(productIds: readonly string[]): Promise<{ productId: string; sold: number }[]> {
  const { data } = await skus()
    .aggregate()
    .match({ productId: _.in([...productIds]) })
    .group({ _id: '$productId', sold: _.aggregate.sum('$sold') })
    .limit(productIds.length)
    .end();
  return (data as { _id: string; sold: number }[]).map(({ _id, sold }) => ({ productId: _id, sold }));
}

/** The sum has this SKU, unless more of it was sold since it was read. */
const isAddedUp = ({ _id, sold = 0 }: SkuRecord) => skus().where({ _id, sold }).update({ soldMoved: _.remove() });
