import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readSaved } from './articles';

const pageSize = 20;

export const listMyArticles: Handler<ContentContract['listMyArticles']> = async ({ shopId, status, after }) => {
  const found = await readSaved(shopId, status, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ savedAt }) => savedAt);
  return accept({
    articles: shown.map(({ _id: articleId, title, cover, pinned, from, likes, comments, productIds, savedAt }) => ({
      ...{ articleId, title, status, pinned, from, likes, comments, products: productIds.length, savedAt },
      ...(cover && { cover }),
    })),
    ...next,
  });
};
