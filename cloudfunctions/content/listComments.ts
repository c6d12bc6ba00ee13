import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { commentView, readShown } from './comments';

const pageSize = 20;

export const listComments: Handler<ContentContract['listComments']> = async ({ articleId, after }) => {
  const found = await readShown(articleId, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ at }) => at);
  return accept({ comments: shown.map(commentView), ...next });
};
