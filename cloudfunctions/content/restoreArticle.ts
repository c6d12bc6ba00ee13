import type { ContentContract } from '../../shared/content/contract';
import type { Handler } from '../_runtime/serve';
import { stepArticle } from './stepArticle';

/** What comes back is looked at before it is published: it comes back as withdrawn. */
export const restoreArticle: Handler<ContentContract['restoreArticle']> = (input, context) =>
  stepArticle(input, 'withdrawn', context, ({ status }) =>
    status === 'removed' ? undefined : ({ code: 'NOT_NOW', status } as const),
  );
