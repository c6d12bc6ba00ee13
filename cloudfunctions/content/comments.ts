import { createHash } from 'node:crypto';
import type { Comment } from '../../shared/content/shapes';
import { _, db, insert, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** What somebody said under an article. Moments are ms since 1970. */
export interface CommentRecord {
  _id: string;
  articleId: string;
  articleTitle: string;
  shopId: string;
  openId: string;
  name: string;
  text: string;
  state: CommentState;
  /** What WeChat's check said; `none` while it has not answered. */
  check: 'pass' | 'review' | 'none';
  at: number;
  answer?: { text: string; at: number; by: string };
  /** When WeChat is to be asked again. */
  recheckAt?: number;
}
export type CommentState = 'waiting' | 'shown' | 'hidden';

const collection = 'comments';

export const comments = () => db.collection(collection);

/** One for each person and client's id, and it tells nobody who that is. */
export const commentIdOf = (openId: string, commentId: string): string =>
  createHash('sha256').update(`${openId}\n${commentId}`).digest('base64url').slice(0, 24);

export const readComment = (commentId: string): Promise<CommentRecord | undefined> =>
  readOne<CommentRecord>(collection, commentId);

export const insertComment = (comment: CommentRecord): Promise<'inserted' | 'exists'> => insert(collection, comment);

/** Moves a comment from one state to another; false when it is not in the first any more. */
export async function moveComment(
  commentId: string,
  from: CommentState,
  to: CommentState | 'deleted',
): Promise<boolean> {
  const found = comments().where({ _id: commentId, state: from });
  if (to === 'deleted') return (await found.remove()).deleted === 1;
  // Who decides about it has read it: WeChat need not be asked any more.
  return (await found.update({ state: to, recheckAt: _.remove() })).updated === 1;
}

/** How many comments somebody has written since a moment. */
export async function countSince(openId: string, at: number): Promise<number> {
  const { total } = await comments()
    .where({ openId, at: _.gt(at) })
    .count();
  return total ?? 0;
}

/** How many comments of an article everybody sees. */
export async function countComments(articleId: string): Promise<number> {
  const { total } = await comments().where({ articleId, state: 'shown' }).count();
  return total ?? 0;
}

/** How many comments wait for the shop. */
export async function countWaitingComments(shopId: string): Promise<number> {
  const { total } = await comments().where({ shopId, state: 'waiting' }).count();
  return total ?? 0;
}

/** The comments of an article that everybody sees, the latest first; at most `limit` beyond `place`. */
export const readShown = (articleId: string, place: Place | undefined, limit: number): Promise<CommentRecord[]> =>
  readLatest({ articleId, state: 'shown' }, place, limit);

/** A shop's comments in one state, the latest first. */
export const readOfShop = (
  shopId: string,
  state: CommentState,
  place: Place | undefined,
  limit: number,
): Promise<CommentRecord[]> => readLatest({ shopId, state }, place, limit);

/** Somebody's comments on an article that wait, the latest first. */
export async function readWaitingOf(articleId: string, openId: string, limit: number): Promise<CommentRecord[]> {
  const { data } = await comments()
    .where({ articleId, openId, state: 'waiting' })
    .orderBy('at', 'desc')
    .limit(limit)
    .get();
  return data as CommentRecord[];
}

/** Comments that WeChat is to be asked about again by now, at most `limit`. */
export async function readToRecheck(now: number, limit: number): Promise<CommentRecord[]> {
  const { data } = await comments()
    .where({ recheckAt: _.lte(now) })
    .orderBy('recheckAt', 'asc')
    .limit(limit)
    .get();
  return data as CommentRecord[];
}

/** Drops all comments on an article. */
export const forgetComments = (articleId: string) => comments().where({ articleId }).remove();

async function readLatest(of: object, place: Place | undefined, limit: number): Promise<CommentRecord[]> {
  const { data } = await comments()
    .where(_.and([of, beyond('at', 'desc', place)]))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as CommentRecord[];
}

/** A comment as readers see it. */
export const commentView = ({ _id: commentId, name, text, at, state, answer }: CommentRecord): Comment => ({
  ...{ commentId, name, text, at, waiting: state !== 'shown' },
  ...(answer && { answer: { text: answer.text, at: answer.at } }),
});
