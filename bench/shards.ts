import { createHash } from 'node:crypto';
import { noteFigure } from './figures';

const shopCount = 3_000;
const ordersADay = 1_000_000;

/**
 * `npm run bench -- shards`, no time at all: how evenly shops fall on shards by a hash of their id, when the shop of rank n has
 * 1/n of the orders of the first (Zipf), and how much more the fullest shard has than the mean. ADR 0022.
 */
export async function benchShards(): Promise<void> {
  const weights = Array.from({ length: shopCount }, (_none, rank) => 1 / (rank + 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  console.log('shards   orders a day: mean   fullest   largest shop alone');
  for (const shards of [2, 4, 8, 16]) {
    const loads = Array<number>(shards).fill(0);
    for (const [rank, weight] of weights.entries()) {
      const shard = shardOf(`shop-${rank}`, shards);
      loads[shard] = (loads[shard] ?? 0) + (weight / all) * ordersADay;
    }
    const mean = ordersADay / shards;
    const fullest = Math.max(...loads);
    const largest = ((weights[0] ?? 0) / all) * ordersADay;
    noteFigure({
      name: `the fullest of ${shards} shards, orders a day`,
      value: fullest,
      unit: 'orders',
      times: fullest / mean,
      of: 'the mean',
    });
    console.log([shards, mean, fullest, largest].map((figure) => figure.toFixed(0).padStart(12)).join(''));
  }
}

const shardOf = (shopId: string, shards: number): number =>
  createHash('sha256').update(shopId).digest().readUInt32BE(0) % shards;
