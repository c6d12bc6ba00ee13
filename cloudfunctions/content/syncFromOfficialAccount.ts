import type { ContentContract } from '../../shared/content/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { callAccount, credentialsOf, readAccount } from '../fan/public';
import { readShop } from '../shop/public';
import { type ArticleRecord, insertArticle, readArticles, writeArticle, writingOf } from './articles';
import { compose, newArticle, withWritten } from './compose';
import { type PublishedItem, type SyncedArticle, syncedArticles } from './syncedArticles';

/** A publication holds up to eight articles; that many of them fill one read of ours. */
const atOnce = 10;

export const syncFromOfficialAccount: Handler<ContentContract['syncFromOfficialAccount']> = async (input, context) => {
  const { shopId, from: offset } = input;
  const [shop, account] = await Promise.all([readShop(shopId), readAccount(shopId)]);
  if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
  if (account?.status !== 'bound') return refuse({ code: 'NOT_BOUND' });

  const call = { path: 'freepublish/batchget', body: { offset, count: atOnce, no_content: 0 } };
  const answer = await callAccount<Batch>(credentialsOf(account), call, context.now);
  if (!answer.ok) return refuse({ code: refusalFor[answer.refusal.code] });
  const { total_count: total, item = [] } = answer.value;

  const found = syncedArticles(shopId, item);
  const fitting = found.filter((each) => each.blocks !== 'tooLong');
  const known = new Map(
    (await readArticles(fitting.map(({ articleId }) => articleId))).map((each) => [each._id, each]),
  );
  const outcomes = await Promise.all(
    fitting.map((each) => takeOver(each, known.get(each.articleId), { shopId, shopName: shop.name }, context)),
  );
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  return accept({
    ...{ total, added: count('added'), updated: count('updated'), unchanged: count('unchanged') },
    tooLong: found.filter(({ blocks }) => blocks === 'tooLong').map(({ title }) => title),
    ...(item.length > 0 && offset + item.length < total && { next: offset + item.length }),
  });
};

interface Batch {
  total_count: number;
  item?: PublishedItem[];
}
type Outcome = 'added' | 'updated' | 'unchanged';

const refusalFor = {
  noRight: 'NO_RIGHT',
  credentials: 'CREDENTIALS_REFUSED',
  quota: 'TRY_LATER',
  away: 'TRY_LATER',
} as const;

/** Adds an article as a draft, or writes it anew where it changed at WeChat and nobody has touched it here. */
async function takeOver(
  { articleId, updateTime, blocks, ...words }: SyncedArticle,
  before: ArticleRecord | undefined,
  of: { shopId: string; shopName: string },
  { openId: by, now, newId }: Context,
): Promise<Outcome> {
  if (blocks === 'tooLong') return 'unchanged';
  const { written } = compose({ ...words, topics: before?.topics ?? [], blocks });
  const writing = { by, now, key: newId() };
  if (!before) {
    const article = newArticle(written, { _id: articleId, ...of, from: 'account' }, writing);
    const outcome = await insertArticle({ ...article, synced: { updateTime, version: article.version } });
    return outcome === 'inserted' ? 'added' : 'unchanged';
  }
  const isTouched = before.synced?.version !== before.version;
  if (isTouched || before.synced?.updateTime === updateTime || before.shopId !== of.shopId) return 'unchanged';
  const synced = { updateTime, version: before.version + 1 };
  const saved = await writeArticle(before, { ...withWritten(writingOf(before), written, writing), synced });
  return saved ? 'updated' : 'unchanged';
}
