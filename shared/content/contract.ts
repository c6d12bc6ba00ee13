import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Cursor, Id, Moment } from '../kernel/schemas';
import { articleOperations } from './operations/articles';
import { commentOperations } from './operations/comments';
import { sellerArticleOperations } from './operations/seller';
import { ArticleCard, ArticlePage, Block, Comment, HttpsUrl, LiveProduct, NotFound } from './shapes';
import { topics } from './topics';

const Degrees = (most: number) =>
  v.pipe(
    v.number(),
    v.minValue(-most),
    v.maxValue(most),
    // About a kilometre: nothing here needs to know better where somebody is.
    v.transform((degrees) => Math.round(degrees * 100) / 100),
  );

/** What of a list is asked for. */
const Narrowed = { topic: v.optional(v.picklist(topics)), after: v.optional(Cursor) };

/** Articles: how they are found and read, by whom they are written, and what readers say to them. */
export const contentContract = {
  ...articleOperations,
  ...commentOperations,
  ...sellerArticleOperations,
  /**
   * Published articles, the newest first, 8 a page: of all shops; of `shops`, which the client names (its favourites);
   * or of the 20 shops nearest to a place, within 20 km, that have told something. Pages are exact: an article that
   * was there when the first page was read comes up once, in its place. With a `topic`, only what is about that.
   */
  listFeed: {
    who: 'anyone',
    input: v.variant('of', [
      v.object({ of: v.literal('latest'), ...Narrowed }),
      v.object({
        of: v.literal('shops'),
        shopIds: v.pipe(v.array(Id), v.maxLength(50)),
        ...Narrowed,
      }),
      v.object({
        of: v.literal('nearby'),
        /** GCJ-02. */
        at: v.object({ longitude: Degrees(180), latitude: Degrees(90) }),
        ...Narrowed,
      }),
    ]),
    output: ArticlePage,
    refusals: {},
  },
  /** Everything of one article in one call. An article that is not published is not there. */
  getArticle: {
    who: 'anyone',
    input: v.object({ articleId: Id }),
    output: v.object({
      ...ArticleCard.entries,
      blocks: v.array(Block),
      originalUrl: v.optional(HttpsUrl),
      /** Those of its products that are on the shelf. */
      products: v.array(LiveProduct),
      liked: v.boolean(),
      favourite: v.boolean(),
      comments: v.object({
        count: v.number(),
        /** The caller's own that wait for the shop, the latest first; at most 10. */
        mine: v.array(Comment),
        /** The first page of those everybody sees. */
        shown: v.array(Comment),
        next: v.optional(Cursor),
      }),
    }),
    refusals: NotFound,
  },
  /** The articles that tell of a product, the newest first, 8 a page. */
  listArticlesOfProduct: {
    who: 'anyone',
    input: v.object({ productId: Id, after: v.optional(Cursor) }),
    output: v.object({
      articles: v.array(
        v.object({
          articleId: Id,
          title: v.string(),
          cover: v.optional(v.string()),
          minutes: v.number(),
          publishedAt: Moment,
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
} satisfies Contract;
/** The contract's type, which is all the mini program takes of it. */
export type ContentContract = typeof contentContract;
