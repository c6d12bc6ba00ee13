import type { ContentContract } from '../../shared/content/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { articleCard } from './articleCard';
import { readPublishedHeads } from './articles';
import { readFavourites } from './marks';

const pageSize = 20;

export const listMyFavourites: Handler<ContentContract['listMyFavourites']> = async ({ after }, { openId }) => {
  const found = await readFavourites(openId, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ at }) => at);
  const heads = await readPublishedHeads(shown.map(({ articleId }) => articleId));
  const articles = shown.flatMap(({ articleId, at }) => {
    const head = heads.get(articleId);
    return head ? [{ ...articleCard(head), keptAt: at }] : [];
  });
  return accept({ articles, ...next });
};
