import type { ContentContract } from '../../shared/content/contract';
import { commentLimits } from '../../shared/content/limits';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readArticle } from './articles';
import { checkText } from './checkText';
import { passedAppear } from './commentRules';
import { type CommentRecord, commentIdOf, commentView, countSince, insertComment, readComment } from './comments';
import { addToCount } from './counts';

const minute = 60_000;

export const commentOn: Handler<ContentContract['commentOn']> = async (input, { openId, now, permitted }) => {
  const { articleId, name, text } = input;
  const _id = commentIdOf(openId, input.commentId);
  const [article, known, written] = await Promise.all([
    readArticle(articleId),
    readComment(_id),
    countSince(openId, now - minute),
    permitted(),
  ]);
  if (known) return accept(commentView(known));
  if (article?.status !== 'published') return refuse({ code: 'NOT_FOUND' });
  if (written >= commentLimits.aMinute) return refuse({ code: 'TOO_MANY', aMinute: commentLimits.aMinute });

  const { shopId, title: articleTitle } = article;
  const [verdict, appears] = await Promise.all([checkText({ openId, name, text }, now), passedAppear(shopId)]);
  if (verdict === 'risky') return refuse({ code: 'FORBIDDEN_TEXT' });
  const comment: CommentRecord = {
    ...{ _id, articleId, articleTitle, shopId, openId, name, text, at: now, check: verdict },
    state: verdict === 'pass' && appears ? 'shown' : 'waiting',
    ...(verdict === 'none' && { recheckAt: now + minute }),
  };
  const isNew = (await insertComment(comment)) === 'inserted';
  if (isNew && comment.state === 'shown') await addToCount(articleId, 'comments', 1);
  return accept(commentView(comment));
};
