import { createHash } from 'node:crypto';
import type { ContentContract } from '../../shared/content/contract';
import { htmlOfText } from '../../shared/content/markup';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readShop } from '../shop/public';
import { insertArticle } from './articles';
import { blocksOfHtml } from './blocksOfHtml';
import { compose, newArticle } from './compose';
import { openingWords } from './openingWords';

export const importArticle: Handler<ContentContract['importArticle']> = async (input, { openId, now, newId }) => {
  const { shopId, originalUrl, title, cover, body } = input;
  const shop = await readShop(shopId);
  if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
  const page = blocksOfHtml(isHtml(body) ? body : htmlOfText(body));
  if (page === 'tooLong') return refuse({ code: 'TOO_LONG' });

  const { blocks, removed } = page;
  const { written } = compose({ title, summary: openingWords(blocks), cover, topics: [], originalUrl, blocks });
  const articleId = linkArticleId(shopId, originalUrl);
  const about = { _id: articleId, shopId, shopName: shop.name, from: 'link' } as const;
  const outcome = await insertArticle(newArticle(written, about, { by: openId, now, key: newId() }));
  return accept({ articleId, isNew: outcome === 'inserted', removed: outcome === 'inserted' ? removed : [] });
};

/** A shop has a link once. */
const linkArticleId = (shopId: string, url: string): string =>
  `link-${createHash('sha256').update(`${shopId}\n${url}`).digest('base64url').slice(0, 24)}`;

const isHtml = (body: string): boolean => /<\/?(p|div|section|br|img|h[1-6]|span|strong|ul|ol|a)[\s/>]/i.test(body);
