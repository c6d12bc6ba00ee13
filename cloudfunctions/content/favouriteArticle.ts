import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readArticle } from './articles';
import { addToCount } from './counts';
import { setMark } from './marks';

export const favouriteArticle: Handler<ContentContract['favouriteArticle']> = async (input, { openId, now }) => {
  const { articleId, favourite } = input;
  const article = await readArticle(articleId);
  if (!article || (favourite && article.status !== 'published')) return refuse({ code: 'NOT_FOUND' });
  const more = await setMark({ kind: 'favourite', articleId, openId, at: now }, favourite);
  if (more !== 0) await addToCount(articleId, 'favourites', more);
  return accept({ favourite });
};
