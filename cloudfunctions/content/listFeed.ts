import type { ContentContract } from '../../shared/content/contract';
import { accept, type ParsedInputOf } from '../../shared/kernel/operation';
import { cutPage, type Place, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readTellingShops } from '../shop/public';
import { articleCard } from './articleCard';
import { type ArticleHead, readNewest, readNewestOf } from './articles';
import { mergeNewest } from './mergeNewest';

type Wanted = ParsedInputOf<ContentContract['listFeed']>;

const pageSize = 8;
const nearbyMetres = 20_000;
const nearbyShops = 20;

/**
 * One order for every list: the newest first. What differs is whose articles are in it, so that a page costs what a page
 * shows: one index read of all articles, or one for each of the shops.
 */
export const listFeed: Handler<ContentContract['listFeed']> = async (wanted) => {
  const found = await newestOf(wanted, parseCursor(wanted.after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ publishedAt }) => publishedAt);
  return accept({ articles: shown.map(articleCard), ...next });
};

async function newestOf(wanted: Wanted, place: Place | undefined, limit: number): Promise<ArticleHead[]> {
  if (wanted.of === 'latest') return readNewest(place, limit);
  const { longitude, latitude } = wanted.of === 'nearby' ? wanted.at : { longitude: 0, latitude: 0 };
  const shopIds =
    wanted.of === 'shops' ? wanted.shopIds : await readTellingShops([longitude, latitude], nearbyMetres, nearbyShops);
  // The database would sort all articles of these shops; each shop's own list is in order already.
  const lists = await Promise.all([...new Set(shopIds)].map((shopId) => readNewestOf(shopId, place, limit)));
  return mergeNewest(lists, limit);
}
