import { _ } from '../_runtime/database';
import { forgetLinks, readUnlinked, settleLinks } from './articleProducts';
import { articles } from './articles';
import { forgetComments } from './comments';
import { forgetMarks } from './marks';

const leftBehindMs = 60_000;
const restorableMs = 7 * 86_400_000;

/** Writes the links of articles whose writer did not come to it. Answers how many. */
export async function settleArticleLinks(now: number): Promise<number> {
  const left = await readUnlinked(now - leftBehindMs);
  await Promise.all(left.map(settleLinks));
  return left.length;
}

/** Deletes for good what was removed a week ago, with all that hangs on it. Answers how many articles. */
export async function forgetRemovedArticles(now: number): Promise<number> {
  const { data } = await articles()
    .where({ removedAt: _.lt(now - restorableMs) })
    .limit(50)
    .field({ _id: true })
    .get();
  const gone = data as { _id: string }[];
  await Promise.all(gone.map(({ _id }) => forget(_id)));
  return gone.length;
}

/** The article last: whoever dies before comes here again. */
async function forget(articleId: string): Promise<void> {
  await Promise.all([forgetLinks(articleId), forgetMarks(articleId), forgetComments(articleId)]);
  await articles().where({ _id: articleId, status: 'removed' }).remove();
}
