import * as v from 'valibot';
import { Cursor, Fen, FileId, Id, Moment, Text } from '../kernel/schemas';
import { articleStatuses } from './articleStatus';
import { articleLimits, commentLimits } from './limits';
import { topics } from './topics';

/** Shapes that several operations take or give. */

/** An address on the web that a person may be sent to. */
export const HttpsUrl = v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s"'<>\\]+$/));

/** A picture of ours, or one that stayed where an official account keeps it (`https`). */
export const PictureRef = v.union([FileId, HttpsUrl]);

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000));

/** Text of several lines, without other control characters. */
export const Lines = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(/^[^\p{Cc}]*(?:[\n\t\r][^\p{Cc}]*)*$/u));

/** A piece of an article's body. Width and height of a picture in pixels, 0 where nobody knows them. */
export const Block = v.variant('kind', [
  v.object({ kind: v.literal('text'), html: v.pipe(Lines(articleLimits.html), v.nonEmpty()) }),
  v.object({
    kind: v.literal('picture'),
    picture: PictureRef,
    width: Pixels,
    height: Pixels,
    caption: v.optional(v.pipe(v.string(), v.maxLength(articleLimits.caption), v.regex(/^\P{Cc}*$/u)), ''),
  }),
  v.object({ kind: v.literal('product'), productId: Id }),
]);
export type Block = v.InferOutput<typeof Block>;

export const Topics = v.pipe(v.array(v.picklist(topics)), v.maxLength(articleLimits.topics));

/** An article as lists show it. */
export const ArticleCard = v.object({
  articleId: Id,
  shopId: Id,
  shopName: v.string(),
  title: v.string(),
  summary: v.string(),
  cover: v.optional(v.string()),
  /** Reading time. */
  minutes: v.number(),
  topics: Topics,
  pinned: v.boolean(),
  likes: v.number(),
  publishedAt: Moment,
});
export type ArticleCard = v.InferOutput<typeof ArticleCard>;

/** A page of articles. */
export const ArticlePage = v.object({ articles: v.array(ArticleCard), next: v.optional(Cursor) });

/** A product that an article tells of, as it is now. */
export const LiveProduct = v.object({
  productId: Id,
  name: v.string(),
  picture: v.string(),
  priceFrom: Fen,
  pricesDiffer: v.boolean(),
  wasPrice: v.optional(Fen),
  /** What followers pay for the SKU that is cheapest to them; absent where the shop does not show it on product pages. */
  followerPriceFrom: v.optional(Fen),
  /** Pieces of all its SKUs. */
  stock: v.number(),
});

/** A comment as readers see it. `waiting`: only its author does. */
export const Comment = v.object({
  commentId: Id,
  name: v.string(),
  text: v.string(),
  at: Moment,
  waiting: v.boolean(),
  answer: v.optional(v.object({ text: v.string(), at: Moment })),
});
export type Comment = v.InferOutput<typeof Comment>;

export const CommentText = v.pipe(Lines(commentLimits.text), v.nonEmpty());
export const CommentName = v.pipe(Text(commentLimits.name));

/** Made by a client, and long enough to be nobody else's. */
export const LongId = v.pipe(Id, v.minLength(8));

export const Status = v.picklist(articleStatuses);
export const NotFound = { NOT_FOUND: v.object({}) };
