import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { articleCard } from './articleCard';
import { readRanked } from './articles';

const pageSize = 8;

export const listShopArticles: Handler<ContentContract['listShopArticles']> = async ({ shopId, after }) => {
  const found = await readRanked(shopId, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ rank }) => rank);
  return accept({ articles: shown.map(articleCard), ...next });
};
