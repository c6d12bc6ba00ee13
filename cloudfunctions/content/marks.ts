import { _, db, insert, readMany } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';
import { type MarkKind, type MarkRecord, markIdOf, markOf } from './markOf';

const collection = 'articleMarks';

/** Sets or drops a mark. Answers by how much that changes the number of marks: 0 when it was so before. */
export async function setMark(mark: Omit<MarkRecord, '_id'>, on: boolean): Promise<-1 | 0 | 1> {
  const record = markOf(mark);
  if (on) return (await insert(collection, record)) === 'inserted' ? 1 : 0;
  const { deleted } = await db.collection(collection).where({ _id: record._id }).remove();
  return deleted === 1 ? -1 : 0;
}

/** The kinds of marks that somebody has made on an article. */
export async function readMarksOn(articleId: string, openId: string): Promise<ReadonlySet<MarkKind>> {
  const ids = (['like', 'favourite'] as const).map((kind) => markIdOf({ kind, articleId, openId }));
  return new Set((await readMany<MarkRecord>(collection, ids)).map(({ kind }) => kind));
}

/** Somebody's favourites, the latest first; at most `limit` beyond `place`. */
export async function readFavourites(openId: string, place: Place | undefined, limit: number): Promise<MarkRecord[]> {
  const { data } = await db
    .collection(collection)
    .where(_.and([{ openId, kind: 'favourite' }, beyond('at', 'desc', place)]))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as MarkRecord[];
}

/** How many marks of a kind an article has. */
export async function countMarks(articleId: string, kind: MarkKind): Promise<number> {
  const { total } = await db.collection(collection).where({ articleId, kind }).count();
  return total ?? 0;
}

/** Drops all marks on an article. */
export const forgetMarks = (articleId: string) => db.collection(collection).where({ articleId }).remove();
