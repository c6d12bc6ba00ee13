import type { ContentContract } from '../../shared/content/contract';
import type { Handler } from '../_runtime/serve';
import { stepArticle } from './stepArticle';

export const withdrawArticle: Handler<ContentContract['withdrawArticle']> = (input, context) =>
  stepArticle(input, 'withdrawn', context);
