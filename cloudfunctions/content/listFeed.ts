import type { ContentContract } from '../../shared/content/contract';
import { accept, type ParsedInputOf } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readTellingNear, readTellingShops } from '../shop/public';
import { articleCard } from './articleCard';
import { type ArticleHead, readNewest, type Wanted } from './articles';
import { newestOfShops } from './newestOfShops';

type Asked = ParsedInputOf<ContentContract['listFeed']>;

const pageSize = 8;
const nearbyMetres = 20_000;
const nearbyShops = 20;

/**
 * One order for every list: the newest first. What differs is whose articles are in it, so that a page costs what a page
 * shows: one index read of all articles, or one for each shop that may have something in it.
 */
export const listFeed: Handler<ContentContract['listFeed']> = async (wanted) => {
  const part = { topic: wanted.topic, place: parseCursor(wanted.after), limit: pageSize + 1 };
  const found = await newestOf(wanted, part);
  const { shown, ...next } = cutPage(found, pageSize, ({ publishedAt }) => publishedAt);
  return accept({ articles: shown.map(articleCard), ...next });
};

async function newestOf(wanted: Asked, part: Wanted): Promise<ArticleHead[]> {
  switch (wanted.of) {
    case 'latest':
      return readNewest(part);
    case 'shops':
      return newestOfShops(await readTellingShops(wanted.shopIds), part);
    case 'nearby': {
      const { longitude, latitude } = wanted.at;
      return newestOfShops(await readTellingNear([longitude, latitude], nearbyMetres, nearbyShops), part);
    }
    default:
      return wanted satisfies never;
  }
}
