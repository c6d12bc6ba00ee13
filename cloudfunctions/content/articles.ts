import type { ArticleStatus } from '../../shared/content/articleStatus';
import type { Block } from '../../shared/content/shapes';
import type { Topic } from '../../shared/content/topics';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** An article as its seller wrote it and as lists find it. Moments are ms since 1970. */
export interface ArticleRecord extends ArticleCounts {
  _id: string;
  shopId: string;
  /** The shop's name when it was last written. */
  shopName: string;
  /** Counts the writes, for compare and set. */
  version: number;
  /** Of the last write, so that whoever sent it twice knows it again. */
  writeKey: string;
  status: ArticleStatus;
  title: string;
  summary: string;
  /** A file of ours, or an address at WeChat. */
  cover?: string;
  topics: Topic[];
  originalUrl?: string;
  /** Clean: see `cleanHtml.ts`. */
  blocks: Block[];
  /** The products among its blocks, each once. */
  productIds: string[];
  minutes: number;
  pinned: boolean;
  /** When it was first published; 0 for never. */
  publishedAt: number;
  /** Its place in the shop's own list: see `rankOf.ts`. */
  rank: number;
  from: 'own' | 'link' | 'account';
  /** What a synced article was at WeChat: when it changed there (s), and the version that the sync wrote here. */
  synced?: { updateTime: number; version: number };
  savedAt: number;
  savedBy: string;
  removedAt?: number;
  /** Since when `articleProducts` may not say what this article says; whoever wrote it, or else `timers`, sees to it. */
  linksDue?: number;
}

/** Kept beside the article and healed by upkeep: see `counts.ts`. */
export interface ArticleCounts {
  likes: number;
  favourites: number;
  /** Those that everybody sees. */
  comments: number;
  countedAt: number;
}

/** An article without its body, as lists read it. */
export type ArticleHead = Omit<ArticleRecord, 'blocks' | 'originalUrl' | 'synced' | 'writeKey' | 'savedBy'>;

/** Everything of an article but what readers count up. */
export type ArticleWriting = Omit<ArticleRecord, keyof ArticleCounts | 'version'>;

const collection = 'articles';
const headFields = {
  ...{ shopId: true, shopName: true, version: true, status: true, title: true, summary: true, cover: true },
  ...{ topics: true, minutes: true, pinned: true, publishedAt: true, rank: true, from: true, savedAt: true },
  ...{ productIds: true, likes: true, favourites: true, comments: true, countedAt: true },
};

export const articles = () => db.collection(collection);

export const readArticle = (articleId: string): Promise<ArticleRecord | undefined> =>
  readOne<ArticleRecord>(collection, articleId);

/** Reads an article if it is this shop's; another shop's is not there. */
export async function readShopArticle(articleId: string, shopId: string): Promise<ArticleRecord | undefined> {
  const article = await readArticle(articleId);
  return article?.shopId === shopId ? article : undefined;
}

/** Articles by id, in any order; at most 100. */
export const readArticles = (articleIds: readonly string[]): Promise<ArticleRecord[]> =>
  readMany<ArticleRecord>(collection, articleIds);

/** What a shop's articles are called, by id, whatever their status; at most 100. */
export async function readTitles(shopId: string, articleIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (articleIds.length === 0) return new Map();
  const { data } = await articles()
    .where({ _id: _.in([...articleIds]), shopId })
    .limit(100)
    .field({ title: true })
    .get();
  return new Map((data as Pick<ArticleRecord, '_id' | 'title'>[]).map(({ _id, title }) => [_id, title]));
}

/** The published ones of these articles, by id; at most 100. */
export async function readPublishedHeads(articleIds: readonly string[]): Promise<ReadonlyMap<string, ArticleHead>> {
  if (articleIds.length === 0) return new Map();
  const { data } = await articles()
    .where({ _id: _.in([...articleIds]), status: 'published' })
    .limit(100)
    .field(headFields)
    .get();
  return new Map((data as ArticleHead[]).map((head) => [head._id, head]));
}

/** Adds an article, or answers that its id is taken. */
export const insertArticle = (article: ArticleRecord): Promise<'inserted' | 'exists'> => insert(collection, article);

/** Writes an article over the one that was read. Answers what is written; undefined when somebody else was faster. */
export async function writeArticle(before: ArticleRecord, after: ArticleWriting): Promise<ArticleRecord | undefined> {
  const { _id, ...fields } = after;
  const kept = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, _.set(value)]));
  const gone = optionalFields.filter((name) => name in before && !(name in after));
  const { updated } = await articles()
    .where({ _id, version: before.version })
    .update({ ...kept, ...Object.fromEntries(gone.map((name) => [name, _.remove()])), version: before.version + 1 });
  if (updated === 1) return { ...countsOf(before), ...after, version: before.version + 1 };
  const there = await readArticle(_id);
  // The first of two sendings did it.
  return there?.writeKey === after.writeKey ? there : undefined;
}

const optionalFields = ['cover', 'originalUrl', 'synced', 'removedAt', 'linksDue'] as const;

/** What a change of an article begins with: all of it but what readers count up. */
export function writingOf(article: ArticleRecord): ArticleWriting {
  const { likes: _l, favourites: _f, comments: _c, countedAt: _a, version: _v, ...writing } = article;
  return writing;
}

const countsOf = ({ likes, favourites, comments, countedAt }: ArticleCounts): ArticleCounts => ({
  ...{ likes, favourites, comments, countedAt },
});

/** Which articles a list is about, and which part of it is wanted: at most `limit` beyond `place`. */
export interface Wanted {
  topic?: Topic | undefined;
  place: Place | undefined;
  limit: number;
}

/** Published articles of all shops, the newest first. */
export const readNewest = ({ topic, place, limit }: Wanted): Promise<ArticleHead[]> =>
  readHeads({ status: 'published', ...(topic && { topics: topic }) }, 'publishedAt', place, limit);

/** Published articles of one shop, the newest first. */
export const readNewestOf = (shopId: string, { topic, place, limit }: Wanted): Promise<ArticleHead[]> =>
  readHeads({ shopId, status: 'published', ...(topic && { topics: topic }) }, 'publishedAt', place, limit);

/** Published articles of one shop by `rank`. */
export const readRanked = (shopId: string, place: Place | undefined, limit: number): Promise<ArticleHead[]> =>
  readHeads({ shopId, status: 'published' }, 'rank', place, limit);

/** A shop's articles in one status, those saved last first. */
export const readSaved = (
  shopId: string,
  status: ArticleStatus,
  place: Place | undefined,
  limit: number,
): Promise<ArticleHead[]> => readHeads({ shopId, status }, 'savedAt', place, limit);

async function readHeads(
  of: object,
  orderedBy: 'publishedAt' | 'rank' | 'savedAt',
  place: Place | undefined,
  limit: number,
): Promise<ArticleHead[]> {
  const { data } = await articles()
    .where(_.and([of, beyond(orderedBy, 'desc', place)]))
    .orderBy(orderedBy, 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .field(headFields)
    .get();
  return data as ArticleHead[];
}
