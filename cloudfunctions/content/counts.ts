import { _ } from '../_runtime/database';
import { type ArticleCounts, type ArticleRecord, articles } from './articles';
import { countComments } from './comments';
import { countMarks } from './marks';

// Each like, favourite and shown comment is one record, so who has liked is exact. How many are kept on the article, so
// that a list costs the same however many there are: whoever wrote the record counts it. If that dies in between, or is
// sent twice, the number is one off until the upkeep counts it again.

type Counted = keyof Omit<ArticleCounts, 'countedAt'>;

/** Adds to one of an article's numbers. */
export async function addToCount(articleId: string, counted: Counted, more: number): Promise<void> {
  await articles()
    .where({ _id: articleId })
    .update({ [counted]: _.inc(more) });
}

const recountedAtOnce = 100;

/** Counts anew the articles that were not counted for longest. Answers how many there were. */
export async function recountArticles(now: number): Promise<number> {
  const { data } = await articles()
    .orderBy('countedAt', 'asc')
    .limit(recountedAtOnce)
    .field({ likes: true, favourites: true, comments: true })
    .get();
  const oldest = data as Pick<ArticleRecord, '_id' | Counted>[];
  await Promise.all(oldest.map((article) => recount(article, now)));
  return oldest.length;
}

async function recount({ _id, ...before }: Pick<ArticleRecord, '_id' | Counted>, now: number): Promise<void> {
  const [likes, favourites, comments] = await Promise.all([
    countMarks(_id, 'like'),
    countMarks(_id, 'favourite'),
    countComments(_id),
  ]);
  // Only over the numbers that were read: what somebody counts at this moment is right already.
  await articles()
    .where({ _id, ...before })
    .update({ likes, favourites, comments, countedAt: now });
}
