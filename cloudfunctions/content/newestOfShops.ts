import type { TellingShop } from '../shop/public';
import { type ArticleHead, readNewestOf, type Wanted } from './articles';
import { mergeNewest } from './mergeNewest';

/**
 * The newest articles of some shops in one order, at most `limit` beyond `place`. Each shop's own list is in order
 * already, and no shop has anything later than its `tellsAt`, whatever it is about: so shops are read from the latest on, and no more of them
 * once none of those left can have anything that belongs in this page.
 */
export async function newestOfShops(shops: readonly TellingShop[], wanted: Wanted): Promise<ArticleHead[]> {
  const { place, limit } = wanted;
  const left = [...shops].sort((one, other) => other.tellsAt - one.tellsAt);
  // Whoever told something since the page before may have anything further down.
  const since = place ? left.filter(({ tellsAt }) => tellsAt >= place.value).length : 0;
  let found: ArticleHead[] = [];
  for (let atOnce = since + limit; mayBelong(left[0], found, limit); atOnce = limit) {
    const next = left.splice(0, atOnce);
    const lists = await Promise.all(next.map(({ shopId }) => readNewestOf(shopId, wanted)));
    found = mergeNewest([found, ...lists], limit);
  }
  return found;
}

function mayBelong(shop: TellingShop | undefined, found: readonly ArticleHead[], limit: number): boolean {
  const last = found[limit - 1];
  return shop !== undefined && (last === undefined || shop.tellsAt >= last.publishedAt);
}
