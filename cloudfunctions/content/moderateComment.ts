import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { moveComment, readComment } from './comments';
import { addToCount } from './counts';

const outcome = { show: 'shown', hide: 'hidden', delete: 'deleted' } as const;

export const moderateComment: Handler<ContentContract['moderateComment']> = async ({ shopId, commentId, decision }) => {
  const to = outcome[decision];
  // Somebody else may decide at the same moment; the second decision counts on what is there then.
  for (let round = 0; round < 5; round += 1) {
    const comment = await readComment(commentId);
    if (!comment && to === 'deleted') return accept({});
    if (comment?.shopId !== shopId) return refuse({ code: 'NOT_FOUND' });
    if (comment.state === to) return accept({});
    if (await moveComment(commentId, comment.state, to)) {
      const more = Number(to === 'shown') - Number(comment.state === 'shown');
      if (more !== 0) await addToCount(comment.articleId, 'comments', more);
      return accept({});
    }
  }
  throw new Error(`comment ${commentId} keeps changing`);
};
