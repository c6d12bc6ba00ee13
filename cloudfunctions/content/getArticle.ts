import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import { cutPage } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readFollowBenefit } from '../fan/public';
import { showsFollowerPrices } from '../shop/public';
import { articleCard } from './articleCard';
import { readArticle } from './articles';
import { commentView, readShown, readWaitingOf } from './comments';
import { type LiveProduct, readLiveProducts } from './liveProducts';
import type { MarkKind } from './markOf';
import { readMarksOn } from './marks';

const firstComments = 10;
const ownWaiting = 10;

/** Waits twice: for all that hangs on the article's id, then for the products that it names and what followers have. */
export const getArticle: Handler<ContentContract['getArticle']> = async ({ articleId }, { openId }) => {
  const [article, marks, mine, shown] = await Promise.all([
    readArticle(articleId),
    openId ? readMarksOn(articleId, openId) : new Set<MarkKind>(),
    openId ? readWaitingOf(articleId, openId, ownWaiting) : [],
    readShown(articleId, undefined, firstComments + 1),
  ]);
  if (article?.status !== 'published') return refuse({ code: 'NOT_FOUND' });

  const [products, benefit] = await Promise.all([
    readLiveProducts(article.productIds),
    readFollowBenefit(article.shopId),
  ]);
  const { shown: first, ...next } = cutPage(shown, firstComments, ({ at }) => at);
  return accept({
    ...articleCard(article),
    blocks: article.blocks,
    ...(article.originalUrl && { originalUrl: article.originalUrl }),
    products: showsFollowerPrices(benefit, 'product') ? products : products.map(withoutFollowerPrice),
    liked: marks.has('like'),
    favourite: marks.has('favourite'),
    comments: { count: article.comments, mine: mine.map(commentView), shown: first.map(commentView), ...next },
  });
};

const withoutFollowerPrice = ({ followerPriceFrom: _hidden, ...product }: LiveProduct): LiveProduct => product;
