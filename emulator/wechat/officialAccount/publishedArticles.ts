import * as v from 'valibot';
import { WeChatError } from '../WeChatError';
import type { PublishedArticle } from './OfficialAccount';
import type { OfficialAccounts } from './OfficialAccounts';

const BatchGet = v.object({
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  no_content: v.optional(v.picklist([0, 1]), 0),
});

/** `freepublish/batchget`: published articles, newest first, 1 to 20 at once. Throws WeChatError 47001. */
export function publishedArticles({ records }: OfficialAccounts, appId: string, body: unknown): object {
  const parsed = v.safeParse(BatchGet, body);
  if (!parsed.success) throw new WeChatError(47001, `data format error: ${v.getDotPath(parsed.issues[0]) ?? 'body'}`);
  const { offset, count, no_content } = parsed.output;
  const all = records.articles(appId);
  const item = all.slice(offset, offset + count).map((article) => itemOf(article, no_content === 1));
  return { total_count: all.length, item_count: item.length, item };
}

function itemOf({ articleId, publishedAt, content, ...article }: PublishedArticle, withoutContent: boolean): object {
  const { title, author, digest, url } = article;
  const newsItem = { title, author, digest, url, thumb_media_id: '', is_deleted: false };
  return {
    article_id: articleId,
    update_time: Math.floor(publishedAt / 1000),
    content: { news_item: [withoutContent ? newsItem : { ...newsItem, content }] },
  };
}
