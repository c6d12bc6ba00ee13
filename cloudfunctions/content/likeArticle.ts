import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readArticle } from './articles';
import { addToCount } from './counts';
import { setMark } from './marks';

export const likeArticle: Handler<ContentContract['likeArticle']> = async ({ articleId, liked }, context) => {
  const { openId, now, permitted } = context;
  const [article] = await Promise.all([readArticle(articleId), permitted()]);
  if (article?.status !== 'published') return refuse({ code: 'NOT_FOUND' });
  const more = await setMark({ kind: 'like', articleId, openId, at: now }, liked);
  if (more !== 0) await addToCount(articleId, 'likes', more);
  return accept({ liked, likes: Math.max(0, article.likes + more) });
};
