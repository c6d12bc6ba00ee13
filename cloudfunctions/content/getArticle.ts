import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import { cutPage } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { articleCard } from './articleCard';
import { readArticle } from './articles';
import { commentView, readShown, readWaitingOf } from './comments';
import { readLiveProducts } from './liveProducts';
import type { MarkKind } from './markOf';
import { readMarksOn } from './marks';

const firstComments = 10;
const ownWaiting = 10;

/** Waits twice: for all that hangs on the article's id, then for the products that it names. */
export const getArticle: Handler<ContentContract['getArticle']> = async ({ articleId }, { openId }) => {
  const [article, marks, mine, shown] = await Promise.all([
    readArticle(articleId),
    openId ? readMarksOn(articleId, openId) : new Set<MarkKind>(),
    openId ? readWaitingOf(articleId, openId, ownWaiting) : [],
    readShown(articleId, undefined, firstComments + 1),
  ]);
  if (article?.status !== 'published') return refuse({ code: 'NOT_FOUND' });

  const { shown: first, ...next } = cutPage(shown, firstComments, ({ at }) => at);
  return accept({
    ...articleCard(article),
    blocks: article.blocks,
    ...(article.originalUrl && { originalUrl: article.originalUrl }),
    products: await readLiveProducts(article.productIds),
    liked: marks.has('like'),
    favourite: marks.has('favourite'),
    comments: { count: article.comments, mine: mine.map(commentView), shown: first.map(commentView), ...next },
  });
};
