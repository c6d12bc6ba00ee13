import type { ContentContract } from '../../shared/content/contract';
import { findInducement } from '../../shared/fan/findInducements';
import { accept, refuse } from '../../shared/kernel/operation';
import { _ } from '../_runtime/database';
import type { Handler } from '../_runtime/serve';
import { comments, readComment } from './comments';

export const answerComment: Handler<ContentContract['answerComment']> = async (input, { openId, now }) => {
  const { shopId, commentId, text } = input;
  const inducement = findInducement({ text });
  if (inducement) return refuse({ code: 'INDUCEMENT', ...inducement });
  const comment = await readComment(commentId);
  if (comment?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
  // The same text again is the answer that stands there.
  const at = comment.answer?.text === text ? comment.answer.at : now;
  await comments()
    .where({ _id: commentId, shopId })
    .update({ answer: text ? _.set({ text, at, by: openId }) : _.remove() });
  return accept(text ? { answer: { text, at } } : {});
};
