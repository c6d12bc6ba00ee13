import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readArticlesOf } from './articleProducts';

const pageSize = 8;

export const listArticlesOfProduct: Handler<ContentContract['listArticlesOfProduct']> = async (input) => {
  const found = await readArticlesOf(input.productId, parseCursor(input.after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ publishedAt }) => publishedAt);
  return accept({
    articles: shown.map(({ articleId, title, cover, minutes, publishedAt }) => ({
      ...{ articleId, title, minutes, publishedAt },
      ...(cover && { cover }),
    })),
    ...next,
  });
};
