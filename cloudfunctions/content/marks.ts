import { _, db, insert, readMany } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** That somebody likes an article, or keeps it. The id is made of both and the kind, so nobody does it twice. */
export interface MarkRecord {
  _id: string;
  kind: MarkKind;
  articleId: string;
  openId: string;
  at: number;
}
export type MarkKind = 'like' | 'favourite';

const collection = 'articleMarks';

const markId = (kind: MarkKind, articleId: string, openId: string): string => `${kind}-${articleId}-${openId}`;

/** Sets or drops a mark. Answers by how much that changes the number of marks: 0 when it was so before. */
export async function setMark(
  { kind, articleId, openId, at }: Omit<MarkRecord, '_id'>,
  on: boolean,
): Promise<-1 | 0 | 1> {
  const record: MarkRecord = { _id: markId(kind, articleId, openId), kind, articleId, openId, at };
  if (on) return (await insert(collection, record)) === 'inserted' ? 1 : 0;
  const { deleted } = await db.collection(collection).where({ _id: record._id }).remove();
  return deleted === 1 ? -1 : 0;
}

/** The kinds of marks that somebody has made on an article. */
export async function readMarksOn(articleId: string, openId: string): Promise<ReadonlySet<MarkKind>> {
  const ids = [markId('like', articleId, openId), markId('favourite', articleId, openId)];
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
