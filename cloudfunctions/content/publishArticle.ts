import type { ContentContract } from '../../shared/content/contract';
import type { Handler } from '../_runtime/serve';
import { noteTelling } from '../shop/public';
import { stepArticle } from './stepArticle';
import { whatInduces } from './whatInduces';

export const publishArticle: Handler<ContentContract['publishArticle']> = async (input, context) => {
  // Before, because it does no harm alone: a shop that is marked and tells nothing is only asked in vain.
  await noteTelling(input.shopId, context.now);
  // What was taken over from WeChat was never saved by hand, so its words are looked at here, too.
  return stepArticle(input, 'published', context, (article) =>
    article.blocks.length === 0 ? ({ code: 'EMPTY' } as const) : whatInduces(article),
  );
};
