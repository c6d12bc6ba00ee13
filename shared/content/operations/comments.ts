import * as v from 'valibot';
import { SaysTooMuch } from '../../fan/shapes';
import type { Contract } from '../../kernel/operation';
import { Cursor, Id, Moment } from '../../kernel/schemas';
import { commentLimits } from '../limits';
import { Comment, CommentName, CommentText, Lines, LongId, NotFound } from '../shapes';

/** What readers say, and what the shop makes of it. */
export const commentOperations = {
  /**
   * Writes a comment, once for each `commentId`. WeChat checks it; the shop then shows it, or the shop's rule does at
   * once. A comment that WeChat finds forbidden is refused, and nothing of it is kept.
   */
  commentOn: {
    who: 'shopper',
    limit: { times: 30, seconds: 3600, beside: true },
    input: v.object({
      articleId: Id,
      /** Made by the client once per comment. */
      commentId: LongId,
      /** What the author wants to be called. */
      name: CommentName,
      text: CommentText,
    }),
    output: Comment,
    refusals: {
      ...NotFound,
      /** WeChat says that such a text may not be published. */
      FORBIDDEN_TEXT: v.object({}),
      TOO_MANY: v.object({ aMinute: v.literal(commentLimits.aMinute) }),
    },
  },
  /** Comments that everybody sees, the latest first, 20 a page. */
  listComments: {
    who: 'anyone',
    input: v.object({ articleId: Id, after: v.optional(Cursor) }),
    output: v.object({ comments: v.array(Comment), next: v.optional(Cursor) }),
    refusals: {},
  },
  /** A shop's comments, the latest first, 20 a page: those that wait, or those in `state`. */
  listShopComments: {
    who: 'staff',
    input: v.object({ shopId: Id, state: v.picklist(['waiting', 'shown', 'hidden']), after: v.optional(Cursor) }),
    output: v.object({
      /** Whether comments that WeChat passes appear at once. */
      passedAppear: v.boolean(),
      comments: v.array(
        v.object({
          ...Comment.entries,
          articleId: Id,
          articleTitle: v.string(),
          /** What WeChat's check said; `none` yet where it did not answer. */
          check: v.picklist(['pass', 'review', 'none']),
        }),
      ),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /** Shows a comment to everybody, hides it, or deletes it for good. */
  moderateComment: {
    who: 'staff',
    audit: ['commentId', 'decision'],
    input: v.object({ shopId: Id, commentId: Id, decision: v.picklist(['show', 'hide', 'delete']) }),
    output: v.object({}),
    refusals: NotFound,
  },
  /** The shop's one answer, which is shown under the comment; a new one takes its place, an empty one takes it away. */
  answerComment: {
    who: 'staff',
    audit: ['commentId'],
    input: v.object({ shopId: Id, commentId: Id, text: Lines(commentLimits.answer) }),
    output: v.object({ answer: v.optional(v.object({ text: v.string(), at: Moment })) }),
    refusals: { ...NotFound, ...SaysTooMuch },
  },
  /** Whether comments that WeChat passes appear at once, or wait for the shop as all others do. */
  setCommentRule: {
    who: 'manager',
    audit: ['passedAppear'],
    input: v.object({ shopId: Id, passedAppear: v.boolean() }),
    output: v.object({ passedAppear: v.boolean() }),
    refusals: {},
  },
} satisfies Contract;
