import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { passedAppear } from './commentRules';
import { commentView, readOfShop } from './comments';

const pageSize = 20;

export const listShopComments: Handler<ContentContract['listShopComments']> = async ({ shopId, state, after }) => {
  const [found, appear] = await Promise.all([
    readOfShop(shopId, state, parseCursor(after), pageSize + 1),
    passedAppear(shopId),
  ]);
  const { shown, ...next } = cutPage(found, pageSize, ({ at }) => at);
  return accept({
    passedAppear: appear,
    comments: shown.map((comment) => ({
      ...commentView(comment),
      ...{ articleId: comment.articleId, articleTitle: comment.articleTitle, check: comment.check },
    })),
    ...next,
  });
};
