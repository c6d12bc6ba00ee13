import { isDeepStrictEqual } from 'node:util';
import type { ContentContract } from '../../shared/content/contract';
import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { readProducts, readShop } from '../shop/public';
import { settleLinks } from './articleProducts';
import { type ArticleRecord, insertArticle, readArticle, writeArticle, writingOf } from './articles';
import { compose, newArticle, type Written, withWritten } from './compose';
import { whatInduces } from './whatInduces';

type Save = ContentContract['saveArticle'];
type Removed = OutputOf<Save>['removed'];
type Answer = Reply<OutputOf<Save>, RefusalOf<Save>>;

export const saveArticle: Handler<Save> = async (input, context) => {
  const { shopId, articleId } = input;
  const { written, removed } = compose(input);
  const inducement = whatInduces(written);
  if (inducement) return refuse(inducement);
  const [shop, before, products] = await Promise.all([
    readShop(shopId),
    readArticle(articleId),
    readProducts(written.productIds),
  ]);
  if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
  const foreign = products.find((product) => product.shopId !== shopId);
  if (foreign) return refuse({ code: 'PRODUCT_OF_ANOTHER_SHOP', productId: foreign._id });
  if (products.length < written.productIds.length) return refuse({ code: 'NOT_FOUND', what: 'product' });

  if (before) return edit(before, input, { written, removed }, context);
  if (input.version > 0) return refuse({ code: 'NOT_FOUND', what: 'article' });
  const about = { _id: articleId, shopId, shopName: shop.name, from: written.originalUrl ? 'link' : 'own' } as const;
  const article = newArticle(written, about, writingBy(context));
  if ((await insertArticle(article)) === 'inserted') return accept({ articleId, version: 1, removed });
  const there = await readArticle(articleId);
  return there ? edit(there, input, { written, removed }, context) : refuse({ code: 'NOT_FOUND', what: 'article' });
};

async function edit(
  before: ArticleRecord,
  { shopId, articleId, version: seen }: ParsedInputOf<Save>,
  { written, removed }: { written: Written; removed: Removed },
  context: Context,
): Promise<Answer> {
  if (before.shopId !== shopId || before.status === 'removed') return refuse({ code: 'NOT_FOUND', what: 'article' });
  // A phone that lost our answer sends the same again.
  if (says(before, written)) return accept({ articleId, version: before.version, removed });
  if (before.version !== seen) return refuse({ code: 'CHANGED_MEANWHILE', version: before.version });

  const saved = await writeArticle(before, withWritten(writingOf(before), written, writingBy(context)));
  if (!saved) return refuse({ code: 'CHANGED_MEANWHILE', version: before.version + 1 });
  if (saved.linksDue !== undefined) await settleLinks(articleId);
  return accept({ articleId, version: saved.version, removed });
}

const says = (article: ArticleRecord, written: Written): boolean =>
  isDeepStrictEqual(writtenOf(article), writtenOf(written));

const writtenOf = ({ title, summary, cover, topics, originalUrl, blocks }: Written) => ({
  ...{ title, summary, cover, topics, originalUrl, blocks },
});

const writingBy = ({ openId: by, now, newId }: Context) => ({ by, now, key: newId() });
