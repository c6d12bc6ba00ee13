import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readProducts, setRank } from './products';

export const arrangeProducts: Handler<ShopContract['arrangeProducts']> = async ({ shopId, productIds }) => {
  const found = await readProducts(productIds);
  if (found.length < productIds.length || found.some((product) => product.shopId !== shopId)) {
    return refuse({ code: 'NOT_FOUND' });
  }
  const ranks = apart(found.map(({ rank }) => rank).sort((a, b) => a - b));
  const rankOf = new Map(found.map(({ _id, rank }) => [_id, rank]));
  const moved = productIds.map((_id, index) => ({ _id, rank: ranks[index] ?? 0 }));
  await Promise.all(
    moved.filter(({ _id, rank }) => rankOf.get(_id) !== rank).map(({ _id, rank }) => setRank(_id, rank)),
  );
  return accept({});
};

/** The same places, none twice: an arrangement that broke off may have left some equal. */
function apart(ranks: readonly number[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return ranks.map((rank) => {
    last = Math.max(rank, last + 1);
    return last;
  });
}
