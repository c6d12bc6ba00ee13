import * as v from 'valibot';
import { SaysTooMuch } from '../../fan/shapes';
import type { Contract } from '../../kernel/operation';
import { Cursor, Id, Moment, OptionalText, Text } from '../../kernel/schemas';
import { articleLimits } from '../limits';
import { Block, HttpsUrl, LiveProduct, NotFound, PictureRef, Status, Topics } from '../shapes';

/** What was taken out of a text so that it is safe, and how often. */
const Removed = v.array(
  v.object({ what: v.picklist(['script', 'handler', 'style', 'link', 'frame', 'picture', 'tag']), count: v.number() }),
);
export type Removed = v.InferOutput<typeof Removed>;

/** What a seller writes of an article. */
const Written = {
  title: Text(articleLimits.title),
  summary: OptionalText(articleLimits.summary),
  cover: v.optional(PictureRef),
  topics: Topics,
  /** Where the article was first, at WeChat. */
  originalUrl: v.optional(HttpsUrl),
  blocks: v.pipe(v.array(Block), v.maxLength(articleLimits.blocks)),
};

const Saved = v.object({ articleId: Id, version: v.number(), removed: Removed });
const Step = v.object({ articleId: Id, version: v.number(), status: Status });

/** Somebody else has changed the article meanwhile; `version` is the present one. */
const ChangedMeanwhile = { CHANGED_MEANWHILE: v.object({ version: v.number() }) };
const Products = {
  PRODUCT_OF_ANOTHER_SHOP: v.object({ productId: Id }),
  NOT_FOUND: v.object({ what: v.picklist(['shop', 'article', 'product']) }),
};
/** The article is not where this step begins. */
const NotNow = { NOT_NOW: v.object({ status: Status }) };

const Which = v.object({ shopId: Id, articleId: Id });

/** A shop's own articles. */
export const sellerArticleOperations = {
  /**
   * Writes an article over the version that the seller saw, 0 for a new one; the same again is the same. What is
   * published changes at once. The text is cleaned, and what was taken out is told.
   */
  saveArticle: {
    who: 'manager',
    audit: ['articleId'],
    input: v.object({
      shopId: Id,
      articleId: Id,
      version: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      ...Written,
    }),
    output: Saved,
    refusals: { ...Products, ...ChangedMeanwhile, ...SaysTooMuch },
  },
  /** Shows an article to everybody. What was published before keeps its place in lists. */
  publishArticle: {
    who: 'manager',
    audit: ['articleId'],
    input: Which,
    output: Step,
    refusals: { ...NotFound, ...NotNow, ...SaysTooMuch, /** There is nothing to read in it. */ EMPTY: v.object({}) },
  },
  /** Takes it away from readers; it can be published again. */
  withdrawArticle: {
    who: 'manager',
    audit: ['articleId'],
    input: Which,
    output: Step,
    refusals: { ...NotFound, ...NotNow },
  },
  /** Throws away what is not published; for 7 days it can be restored. */
  removeArticle: {
    who: 'manager',
    audit: ['articleId'],
    input: Which,
    output: Step,
    refusals: { ...NotFound, ...NotNow },
  },
  restoreArticle: {
    who: 'manager',
    audit: ['articleId'],
    input: Which,
    output: Step,
    refusals: { ...NotFound, ...NotNow },
  },
  /** Puts an article first in the shop's own list, or back into its place. */
  pinArticle: {
    who: 'manager',
    audit: ['articleId', 'pinned'],
    input: v.object({ ...Which.entries, pinned: v.boolean() }),
    output: v.object({ articleId: Id, pinned: v.boolean() }),
    refusals: NotFound,
  },
  /** A shop's articles in one status, those saved last first, 20 a page. */
  listMyArticles: {
    who: 'staff',
    input: v.object({ shopId: Id, status: Status, after: v.optional(Cursor) }),
    output: v.object({
      articles: v.array(
        v.object({
          articleId: Id,
          title: v.string(),
          cover: v.optional(v.string()),
          status: Status,
          pinned: v.boolean(),
          /** Written here, by hand with a link, or taken over from the official account. */
          from: v.picklist(['own', 'link', 'account']),
          likes: v.number(),
          comments: v.number(),
          products: v.number(),
          savedAt: Moment,
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /** An article as its seller edits and previews it. */
  getMyArticle: {
    who: 'staff',
    input: Which,
    output: v.object({
      ...Which.entries,
      ...Written,
      summary: v.string(),
      version: v.number(),
      status: Status,
      minutes: v.number(),
      products: v.array(LiveProduct),
    }),
    refusals: NotFound,
  },
  /**
   * Takes over an article by hand: its link at WeChat, its title, and its text as it was copied. It becomes a draft; the same link again
   * is the draft that is there, unchanged.
   */
  importArticle: {
    who: 'manager',
    audit: ['originalUrl'],
    input: v.object({
      shopId: Id,
      originalUrl: HttpsUrl,
      title: Text(articleLimits.title),
      cover: v.optional(PictureRef),
      /** Plain text or HTML. */
      body: v.pipe(
        v.string(),
        v.trim(),
        v.nonEmpty(),
        v.maxLength(articleLimits.html),
        v.regex(/^[^\p{Cc}]*(?:[\n\t\r][^\p{Cc}]*)*$/u),
      ),
    }),
    output: v.object({ articleId: Id, isNew: v.boolean(), removed: Removed }),
    refusals: { NOT_FOUND: v.object({ what: v.literal('shop') }), TOO_LONG: v.object({}) },
  },
  /**
   * Takes over what the shop's official account has published, 20 a call, the newest first, as drafts. An article that is there
   * already is left as it is, unless it changed at WeChat and nobody has touched it here.
   */
  syncFromOfficialAccount: {
    who: 'manager',
    limit: { times: 120, seconds: 3600 },
    audit: [],
    input: v.object({
      shopId: Id,
      /** Where to go on: `next` of the call before. */
      from: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000)), 0),
    }),
    output: v.object({
      total: v.number(),
      added: v.number(),
      updated: v.number(),
      unchanged: v.number(),
      /** Titles of those that are too long for us. */
      tooLong: v.array(v.string()),
      next: v.optional(v.number()),
    }),
    refusals: {
      NOT_FOUND: v.object({ what: v.literal('shop') }),
      NOT_BOUND: v.object({}),
      /** WeChat gives its articles only of verified accounts (48001). */
      NO_RIGHT: v.object({}),
      /** WeChat does not take the account's secret any more. */
      CREDENTIALS_REFUSED: v.object({}),
      TRY_LATER: v.object({}),
    },
  },
} satisfies Contract;
