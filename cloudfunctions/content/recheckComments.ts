import { _ } from '../_runtime/database';
import { checkText, type TextVerdict } from './checkText';
import { passedAppear } from './commentRules';
import { type CommentRecord, comments, moveComment, readToRecheck } from './comments';
import { addToCount } from './counts';

const atOnce = 20;
const again = 5 * 60_000;
/** WeChat answers only about people who were here within two hours; after that the shop decides alone. */
const giveUpAfter = 110 * 60_000;

/** Asks WeChat again about comments that it did not answer about. Answers how many were asked about. */
export async function recheckComments(now: number): Promise<number> {
  const due = await readToRecheck(now, atOnce);
  await Promise.all(due.map((comment) => recheck(comment, now)));
  return due.length;
}

async function recheck(comment: CommentRecord, now: number): Promise<void> {
  const { _id, shopId, articleId } = comment;
  const [verdict, appears] = await Promise.all([checkText(comment, now), passedAppear(shopId)]);
  if (verdict === 'risky') {
    await moveComment(_id, 'waiting', 'deleted');
    return;
  }
  const { updated } = await comments()
    .where({ _id, state: 'waiting' })
    .update(noted(verdict, comment, now));
  if (updated === 1 && verdict === 'pass' && appears && (await moveComment(_id, 'waiting', 'shown'))) {
    await addToCount(articleId, 'comments', 1);
  }
}

function noted(verdict: Exclude<TextVerdict, 'risky'>, { at }: CommentRecord, now: number): object {
  if (verdict !== 'none') return { check: verdict, recheckAt: _.remove() };
  return { recheckAt: now - at < giveUpAfter ? now + again : _.remove() };
}
