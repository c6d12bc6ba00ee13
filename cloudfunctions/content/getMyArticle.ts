import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readShopArticle } from './articles';
import { readLiveProducts } from './liveProducts';

export const getMyArticle: Handler<ContentContract['getMyArticle']> = async ({ shopId, articleId }) => {
  const article = await readShopArticle(articleId, shopId);
  if (!article || article.status === 'removed') return refuse({ code: 'NOT_FOUND' });
  const { title, summary, cover, topics, originalUrl, blocks, version, status, minutes } = article;
  return accept({
    ...{ shopId, articleId, title, summary, topics, blocks, version, status, minutes },
    ...(cover && { cover }),
    ...(originalUrl && { originalUrl }),
    products: await readLiveProducts(article.productIds),
  });
};
