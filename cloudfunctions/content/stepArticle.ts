import { type ArticleStatus, canBecome } from '../../shared/content/articleStatus';
import { accept, type Reply, refuse } from '../../shared/kernel/operation';
import type { Context } from '../_runtime/context';
import { settleLinks } from './articleProducts';
import { type ArticleRecord, type ArticleWriting, readShopArticle, writeArticle, writingOf } from './articles';
import { rankOf } from './rankOf';

interface Step {
  articleId: string;
  version: number;
  status: ArticleStatus;
}
type Stepped = Reply<Step, { code: 'NOT_FOUND' } | { code: 'NOT_NOW'; status: ArticleStatus }>;

/**
 * Moves a shop's article to a status; there already, nothing happens. Readers, lists and product pages follow at once.
 * `decide` may refuse, having seen the article.
 */
export async function stepArticle<Refusal = never>(
  { shopId, articleId }: { shopId: string; articleId: string },
  to: ArticleStatus,
  { now, newId }: Context,
  decide: (article: ArticleRecord) => Refusal | undefined = () => undefined,
): Promise<Stepped | { ok: false; refusal: Refusal }> {
  for (let round = 0; round < 5; round += 1) {
    const article = await readShopArticle(articleId, shopId);
    if (!article) return refuse({ code: 'NOT_FOUND' });
    if (article.status === to) return accept(stepOf(article));
    if (!canBecome(article.status, to)) return refuse({ code: 'NOT_NOW', status: article.status });
    const because = decide(article);
    if (because) return { ok: false, refusal: because };

    const stepped = await writeArticle(article, at(writingOf(article), to, now, newId()));
    if (!stepped) continue;
    await settleLinks(articleId);
    return accept(stepOf(stepped));
  }
  throw new Error(`article ${articleId} keeps changing`);
}

function at({ removedAt: _r, ...before }: ArticleWriting, to: ArticleStatus, now: number, key: string): ArticleWriting {
  const publishedAt = to === 'published' ? before.publishedAt || now : before.publishedAt;
  return {
    ...before,
    ...{ status: to, writeKey: key, savedAt: now, linksDue: now },
    ...{ publishedAt, rank: rankOf(before.pinned, publishedAt) },
    ...(to === 'removed' && { removedAt: now }),
  };
}

const stepOf = ({ _id: articleId, version, status }: ArticleRecord): Step => ({ articleId, version, status });
