import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, Id, Moment } from '../../kernel/schemas';
import { ArticleCard, ArticlePage, NotFound } from '../shapes';

/** What readers do with articles. */
export const articleOperations = {
  /** A shop's published articles, pinned ones first, then the newest; 8 a page. */
  listShopArticles: {
    who: 'anyone',
    input: v.object({ shopId: Id, after: v.optional(Cursor) }),
    output: ArticlePage,
    refusals: {},
  },
  /** Likes an article, or no longer; the same again changes nothing. */
  likeArticle: {
    who: 'shopper',
    limit: { times: 60, seconds: 600, beside: true },
    input: v.object({ articleId: Id, liked: v.boolean() }),
    output: v.object({ liked: v.boolean(), likes: v.number() }),
    refusals: NotFound,
  },
  /** Keeps an article among the caller's favourites, or no longer; the same again changes nothing. */
  favouriteArticle: {
    who: 'shopper',
    limit: { times: 60, seconds: 600 },
    input: v.object({ articleId: Id, favourite: v.boolean() }),
    output: v.object({ favourite: v.boolean() }),
    refusals: NotFound,
  },
  /** The caller's favourites, the latest kept first, 20 a page; those withdrawn meanwhile are left out, so a page may be shorter. */
  listMyFavourites: {
    who: 'shopper',
    input: v.object({ after: v.optional(Cursor) }),
    output: v.object({
      articles: v.array(v.object({ ...ArticleCard.entries, keptAt: Moment })),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
} satisfies Contract;
