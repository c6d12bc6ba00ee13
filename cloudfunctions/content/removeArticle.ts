import type { ContentContract } from '../../shared/content/contract';
import type { Handler } from '../_runtime/serve';
import { stepArticle } from './stepArticle';

export const removeArticle: Handler<ContentContract['removeArticle']> = (input, context) =>
  stepArticle(input, 'removed', context);
