import { _, db, insert } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';
import { type ArticleRecord, articles, readArticle } from './articles';
import { type ArticleProductRecord, linkOf } from './linkOf';

const collection = 'articleProducts';

const links = () => db.collection(collection);

/** The published articles that tell of a product, the newest first; at most `limit` beyond `place`. */
export async function readArticlesOf(
  productId: string,
  place: Place | undefined,
  limit: number,
): Promise<ArticleProductRecord[]> {
  const { data } = await links()
    .where(_.and([{ productId }, beyond('publishedAt', 'desc', place)]))
    .orderBy('publishedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as ArticleProductRecord[];
}

/**
 * Makes the links say what the article says, however many write at once: whoever finds that the article has changed
 * since it was read does it again, and only then is the duty dropped.
 */
export async function settleLinks(articleId: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const article = await readArticle(articleId);
    if (article?.linksDue === undefined) return;
    await writeLinks(article);
    const { updated } = await articles()
      .where({ _id: articleId, version: article.version, linksDue: article.linksDue })
      .update({ linksDue: _.remove() });
    if (updated === 1) return;
  }
  throw new Error(`article ${articleId} keeps changing`);
}

/** Articles whose links should have been settled before `at`; at most 100. */
export async function readUnlinked(at: number): Promise<string[]> {
  const { data } = await articles()
    .where({ linksDue: _.lt(at) })
    .limit(100)
    .field({ _id: true })
    .get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
}

/** Drops all links of an article. */
export const forgetLinks = (articleId: string) => links().where({ articleId }).remove();

async function writeLinks(article: ArticleRecord): Promise<void> {
  const wanted = article.status === 'published' ? article.productIds : [];
  await Promise.all(wanted.map((productId) => writeLink(linkOf(article, productId))));
  await links()
    .where({ articleId: article._id, version: _.lt(article.version) })
    .remove();
}

async function writeLink({ _id, ...link }: ArticleProductRecord): Promise<void> {
  const record: ArticleProductRecord = { _id, ...link };
  if ((await insert(collection, record)) === 'inserted') return;
  const { title, cover, minutes, publishedAt, version } = link;
  await links()
    .where({ _id, version: _.lt(version) })
    .update({ title, minutes, publishedAt, version, cover: cover ? _.set(cover) : _.remove() });
}
