import type { ArticleRecord } from './articles';

/** That a published article tells of a product, with what the product's page shows of it. The id is made of the pair. */
export interface ArticleProductRecord {
  _id: string;
  articleId: string;
  productId: string;
  /** Of the article that this was written from. */
  version: number;
  title: string;
  cover?: string;
  minutes: number;
  publishedAt: number;
}

/** What a product's page shows of an article that tells of it. */
export const linkOf = (article: ArticleRecord, productId: string): ArticleProductRecord => ({
  _id: articleProductId(article._id, productId),
  articleId: article._id,
  productId,
  ...{ version: article.version, title: article.title, minutes: article.minutes, publishedAt: article.publishedAt },
  ...(article.cover && { cover: article.cover }),
});

/** One link for each pair. */
const articleProductId = (articleId: string, productId: string): string => `${articleId}-${productId}`;
