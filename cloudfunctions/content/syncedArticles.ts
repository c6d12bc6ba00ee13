import { createHash } from 'node:crypto';
import { articleLimits } from '../../shared/content/limits';
import { blocksOfHtml } from './blocksOfHtml';
import { openingWords } from './openingWords';

/** A publication as freepublish/batchget answers it (the part that we read). Source: developers.weixin.qq.com, 获取成功发布列表. */
export interface PublishedItem {
  article_id: string;
  /** Seconds since 1970. */
  update_time: number;
  content: { news_item: readonly NewsItem[] };
}

interface NewsItem {
  title: string;
  digest?: string;
  content?: string;
  url?: string;
  thumb_url?: string;
  is_deleted?: boolean;
}

/** An article of an official account as one of ours. */
export interface SyncedArticle {
  articleId: string;
  updateTime: number;
  title: string;
  summary: string;
  cover?: string;
  originalUrl?: string;
  blocks: Exclude<ReturnType<typeof blocksOfHtml>, 'tooLong'>['blocks'] | 'tooLong';
}

/** The articles of some publications, those left out that were deleted at WeChat. */
export const syncedArticles = (shopId: string, items: readonly PublishedItem[]): SyncedArticle[] =>
  items.flatMap(({ article_id, update_time, content }) =>
    content.news_item.flatMap((news, index) =>
      news.is_deleted ? [] : [syncedArticle(syncedId(shopId, article_id, index), update_time, news)],
    ),
  );

function syncedArticle(articleId: string, updateTime: number, news: NewsItem): SyncedArticle {
  const page = blocksOfHtml(news.content ?? '');
  const blocks = page === 'tooLong' ? page : page.blocks;
  const summary = news.digest?.trim() || (blocks === 'tooLong' ? '' : openingWords(blocks));
  const cover = httpsOf(news.thumb_url) ?? firstPicture(blocks);
  const originalUrl = httpsOf(news.url);
  return {
    ...{ articleId, updateTime, blocks },
    title: news.title.trim().slice(0, articleLimits.title),
    summary: summary.slice(0, articleLimits.summary),
    ...(cover && { cover }),
    ...(originalUrl && { originalUrl }),
  };
}

/** The same article of the same shop is one, however often it is taken over. */
const syncedId = (shopId: string, articleId: string, index: number): string =>
  `oa-${createHash('sha256').update(`${shopId}\n${articleId}\n${index}`).digest('base64url').slice(0, 24)}`;

function firstPicture(blocks: SyncedArticle['blocks']): string | undefined {
  if (blocks === 'tooLong') return undefined;
  return blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []))[0];
}

function httpsOf(address = ''): string | undefined {
  const https = address.replace(/^http:/, 'https:');
  return /^https:\/\/[^\s"'<>\\]{1,480}$/.test(https) ? https : undefined;
}
