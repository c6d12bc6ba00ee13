import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readShopArticle, writeArticle, writingOf } from './articles';
import { rankOf } from './rankOf';

export const pinArticle: Handler<ContentContract['pinArticle']> = async ({ shopId, articleId, pinned }, { newId }) => {
  for (let round = 0; round < 5; round += 1) {
    const article = await readShopArticle(articleId, shopId);
    if (!article || article.status === 'removed') return refuse({ code: 'NOT_FOUND' });
    if (article.pinned === pinned) return accept({ articleId, pinned });
    const rank = rankOf(pinned, article.publishedAt);
    if (await writeArticle(article, { ...writingOf(article), writeKey: newId(), pinned, rank })) {
      return accept({ articleId, pinned });
    }
  }
  throw new Error(`article ${articleId} keeps changing`);
};
