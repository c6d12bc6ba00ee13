import type { ArticleCard } from '../../shared/content/shapes';
import type { ArticleHead } from './articles';

/** An article as lists show it. */
export const articleCard = (article: ArticleHead): ArticleCard => {
  const {
    _id: articleId,
    shopId,
    shopName,
    title,
    summary,
    cover,
    minutes,
    topics,
    pinned,
    likes,
    publishedAt,
  } = article;
  return {
    ...{ articleId, shopId, shopName, title, summary, minutes, topics, pinned, likes, publishedAt },
    ...(cover && { cover }),
  };
};
