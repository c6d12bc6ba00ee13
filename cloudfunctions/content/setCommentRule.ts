import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { writeCommentRule } from './commentRules';

export const setCommentRule: Handler<ContentContract['setCommentRule']> = async ({ shopId, passedAppear }) => {
  await writeCommentRule(shopId, passedAppear);
  return accept({ passedAppear });
};
