import { articleOf } from '../support/articleOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let storefront: Storefront;
let ann: Caller;
let ben: Caller;
let manager: Caller;
let neighbour: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, ben, manager, neighbour] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
    storefront.as(sellers.manager),
    storefront.as(sellers.neighbour),
  ]);
});
afterAll(() => storefront.close());

const shopId = 'jinmei';
const articleId = 'story-0001';
const which = { shopId, articleId };
const notFound = { ok: false, refusal: { code: 'NOT_FOUND' } };
const refused = (refusal: object) => ({ ok: false, refusal });

const feedIds = async () =>
  (await ann.ask('content.listFeed', { of: 'latest' })).articles.map((article) => article.articleId);
const articlesOf = async (productId: string) =>
  (await ann.ask('content.listArticlesOfProduct', { productId })).articles.map((article) => article.articleId);
const stored = async (collection: string) =>
  (await storefront.cloudbase.database().collection(collection).limit(1_000).get()).data as { _id: string }[];

test('a draft is nobody’s but the shop’s; published, it is in the feed and at its product', async () => {
  const saved = await manager.ask('content.saveArticle', articleOf());
  expect(saved).toEqual({ articleId, version: 1, removed: [] });
  expect(await manager.ask('content.saveArticle', articleOf())).toEqual(saved);
  expect(await ann.call('content.getArticle', { articleId })).toEqual(notFound);
  expect(await feedIds()).not.toContain(articleId);
  expect(await manager.ask('content.getMyArticle', which)).toMatchObject({ status: 'draft', version: 1, minutes: 1 });

  const published = await manager.ask('content.publishArticle', which);
  expect(published).toMatchObject({ status: 'published' });
  expect(await manager.ask('content.publishArticle', which)).toEqual(published);
  expect((await feedIds())[0]).toBe(articleId);
  expect(await articlesOf('vinegar-8y')).toContain(articleId);
});

test('its cards are live: price and stock of this moment, and nothing that is off the shelf', async () => {
  const card = async () => (await ann.ask('content.getArticle', { articleId })).products[0];
  const before = await card();
  expect(before).toMatchObject({ productId: 'vinegar-8y', pricesDiffer: expect.any(Boolean) });
  await manager.ask('shop.adjustStock', {
    ...{ shopId, moveId: 'story-move', skuId: 'vinegar-8y-1', delta: -1, reason: 'count', note: '' },
  });
  expect(await card()).toMatchObject({ stock: (before?.stock ?? 0) - 1 });
  const products = storefront.cloudbase.database().collection('products');
  await products.doc('vinegar-8y').update({ onShelf: false });
  expect(await card()).toBeUndefined();
  await products.doc('vinegar-8y').update({ onShelf: true });
});

test('saved over the version one saw; what is published changes at once, at its products, too', async () => {
  const version = (await manager.ask('content.getMyArticle', which)).version;
  const edited = articleOf({
    version,
    title: '醋是等出来的',
    blocks: [
      { kind: 'text', html: '<p>等。</p>' },
      { kind: 'product', productId: 'taigu-cake' },
    ],
  });
  expect(await manager.call('content.saveArticle', { ...edited, version: version - 1 })).toEqual(
    refused({ code: 'CHANGED_MEANWHILE', version }),
  );
  const saved = await manager.ask('content.saveArticle', edited);
  expect(saved.version).toBe(version + 1);
  // A phone that lost the answer sends the same again.
  expect(await manager.ask('content.saveArticle', edited)).toEqual(saved);
  expect(await articlesOf('vinegar-8y')).not.toContain(articleId);
  expect(await articlesOf('taigu-cake')).toContain(articleId);
  expect(await ann.ask('content.getArticle', { articleId })).toMatchObject({ title: '醋是等出来的' });
});

test('two who save at once: one is told, and the links are those of the one who won', async () => {
  const { version } = await manager.ask('content.getMyArticle', which);
  const [one, other] = ['vinegar-3y', 'garlic-vinegar'] as const;
  const answers = await Promise.all(
    [one, other].map((productId) =>
      manager.call('content.saveArticle', articleOf({ version, blocks: [{ kind: 'product', productId }] })),
    ),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const { products } = await ann.ask('content.getArticle', { articleId });
  const winner = products[0]?.productId ?? '';
  expect(await articlesOf(winner)).toContain(articleId);
  expect(await articlesOf(winner === one ? other : one)).not.toContain(articleId);
});

test('a like and a favourite are once a person, however often they are sent, and at once', async () => {
  const likes = await Promise.all(
    [ann, ann, ann, ben].map((who) => who.call('content.likeArticle', { articleId, liked: true })),
  );
  expect(likes.every(({ ok }) => ok)).toBe(true);
  expect(await ann.ask('content.getArticle', { articleId })).toMatchObject({ likes: 2, liked: true, favourite: false });
  await ann.ask('content.likeArticle', { articleId, liked: false });
  expect(await ann.ask('content.likeArticle', { articleId, liked: false })).toEqual({ liked: false, likes: 1 });
  expect(await ben.ask('content.getArticle', { articleId })).toMatchObject({ likes: 1, liked: true });

  for (let time = 0; time < 2; time += 1) await ann.ask('content.favouriteArticle', { articleId, favourite: true });
  const { articles } = await ann.ask('content.listMyFavourites', {});
  expect(articles.map((article) => article.articleId)).toEqual([articleId]);
  expect((await ben.ask('content.listMyFavourites', {})).articles).toEqual([]);
});

test('the upkeep counts anew what a dead process left wrong', async () => {
  const articles = storefront.cloudbase.database().collection('articles');
  await articles.doc(articleId).update({ likes: 41, countedAt: 0 });
  await storefront.tick('upkeep');
  expect(await ann.ask('content.getArticle', { articleId })).toMatchObject({ likes: 1 });
});

test('what a process that died left of an article’s links, the minute’s chores finish', async () => {
  const { products } = await ann.ask('content.getArticle', { articleId });
  const productId = products[0]?.productId ?? '';
  const db = storefront.cloudbase.database();
  await db.collection('articleProducts').where({ articleId }).remove();
  await db.collection('articles').doc(articleId).update({ linksDue: 1 });
  expect(await articlesOf(productId)).not.toContain(articleId);
  await storefront.tick();
  expect(await articlesOf(productId)).toContain(articleId);
  expect((await stored('articles')).find(({ _id }) => _id === articleId)).not.toHaveProperty('linksDue');
});

test('pinned, it is first in the shop, and back in its place when it is not', async () => {
  await manager.ask('content.saveArticle', articleOf({ articleId: 'story-0002', title: '新的一篇' }));
  await manager.ask('content.publishArticle', { shopId, articleId: 'story-0002' });
  const first = async () =>
    (await ann.ask('content.listShopArticles', { shopId })).articles.map((article) => article.articleId)[0];
  await manager.ask('content.pinArticle', { ...which, pinned: true });
  expect(await first()).toBe(articleId);
  await manager.ask('content.pinArticle', { ...which, pinned: false });
  expect(await first()).not.toBe(articleId);
});

test('withdrawn, it is nowhere; removed, it can be restored for a week, and then nothing of it is left', async () => {
  await manager.ask('content.withdrawArticle', which);
  expect(await ann.call('content.getArticle', { articleId })).toEqual(notFound);
  expect(await feedIds()).not.toContain(articleId);
  expect(await ann.call('content.likeArticle', { articleId, liked: true })).toEqual(notFound);
  expect((await ann.ask('content.listMyFavourites', {})).articles).toEqual([]);
  expect((await stored('articleProducts')).filter(({ _id }) => _id.startsWith(articleId))).toEqual([]);

  await manager.ask('content.removeArticle', which);
  expect(await manager.call('content.publishArticle', which)).toEqual(refused({ code: 'NOT_NOW', status: 'removed' }));
  expect(await manager.ask('content.restoreArticle', which)).toMatchObject({ status: 'withdrawn' });
  await manager.ask('content.publishArticle', which);
  expect(await ann.ask('content.getArticle', { articleId })).toMatchObject({ likes: 1 });

  await manager.ask('content.withdrawArticle', which);
  await manager.ask('content.removeArticle', which);
  await storefront.advance(8 * 86_400_000);
  await storefront.tick('upkeep');
  const left = [...(await stored('articles')), ...(await stored('articleMarks'))];
  expect(left.filter(({ _id }) => _id.includes(articleId))).toEqual([]);
});

const html = (text: string) => articleOf({ articleId: 'story-dirty', blocks: [{ kind: 'text', html: text }] });

test('scripts, handlers, javascript: and data: links and nested frames are taken out, and the seller is told', async () => {
  const dirty =
    '<p onclick="a()">醋<script>alert(1)</script></p><a href="javascript:alert(1)">一</a><a href="data:text/html,x">二</a><iframe src="https://a.com"><iframe src="https://b.com"></iframe></iframe><img src=x onerror=b()>';
  const { removed } = await manager.ask('content.saveArticle', html(dirty));
  expect(Object.fromEntries(removed.map(({ what, count }) => [what, count]))).toMatchObject({
    ...{ script: 1, handler: 2, link: 2, picture: 1 },
    frame: expect.any(Number),
  });
  const { blocks } = await manager.ask('content.getMyArticle', { shopId, articleId: 'story-dirty' });
  expect(JSON.stringify(blocks)).not.toMatch(/script|onclick|onerror|javascript|data:|iframe|<img/);
});

test('a product card of another shop, or of none, is refused, and nothing is stored', async () => {
  const save = (productId: string) =>
    manager.call(
      'content.saveArticle',
      articleOf({ articleId: 'story-cards', blocks: [{ kind: 'product', productId }] }),
    );
  expect(await save('tounao')).toEqual(refused({ code: 'PRODUCT_OF_ANOTHER_SHOP', productId: 'tounao' }));
  expect(await save('no-such-product')).toEqual(refused({ code: 'NOT_FOUND', what: 'product' }));
  expect((await stored('articles')).map(({ _id }) => _id)).not.toContain('story-cards');
});

test('what WeChat forbids to say is refused when it is saved, and what was taken over with it is not published', async () => {
  const inducing = html('<p>关注我们送小瓶醋</p>');
  expect(await manager.call('content.saveArticle', inducing)).toMatchObject(
    refused({ code: 'INDUCEMENT', field: 'blocks.0' }),
  );
  const originalUrl = 'https://mp.weixin.qq.com/s/inducing';
  const taken = await manager.ask('content.importArticle', {
    shopId,
    originalUrl,
    title: '旧文',
    body: '关注就送一瓶醋',
  });
  expect(await manager.call('content.publishArticle', { shopId, articleId: taken.articleId })).toMatchObject(
    refused({ code: 'INDUCEMENT' }),
  );
});

test('an article taken over by hand is a draft with its link, and the same link again is the same draft', async () => {
  const originalUrl = 'https://mp.weixin.qq.com/s/by-hand';
  const paste = { shopId, originalUrl, title: '平遥牛肉', body: '# 老卤\n\n一锅卤了**百年**。' };
  const first = await manager.ask('content.importArticle', paste);
  expect(first).toMatchObject({ isNew: true, removed: [] });
  expect(await manager.ask('content.importArticle', paste)).toMatchObject({ articleId: first.articleId, isNew: false });
  expect(await manager.ask('content.getMyArticle', { shopId, articleId: first.articleId })).toMatchObject({
    ...{ status: 'draft', originalUrl, summary: '老卤 一锅卤了百年。' },
    blocks: [{ kind: 'text', html: expect.stringContaining('<strong class="rich-strong">百年</strong>') }],
  });
  await manager.ask('content.saveArticle', articleOf({ articleId: 'story-empty', blocks: [] }));
  expect(await manager.call('content.publishArticle', { shopId, articleId: 'story-empty' })).toEqual(
    refused({ code: 'EMPTY' }),
  );
});

test('another shop’s article is not there, whoever asks, and who does not work here may nothing', async () => {
  const theirs = { shopId: 'fenhe', articleId: 'story-0002' };
  expect(await neighbour.call('content.getMyArticle', theirs)).toEqual(notFound);
  expect(await neighbour.call('content.withdrawArticle', theirs)).toEqual(notFound);
  expect(await neighbour.call('content.pinArticle', { ...theirs, pinned: true })).toEqual(notFound);
  expect(await neighbour.call('content.saveArticle', articleOf({ ...theirs, version: 1, blocks: [] }))).toEqual(
    refused({ code: 'NOT_FOUND', what: 'article' }),
  );
  for (const who of [ann, neighbour]) {
    const notAllowed = refused({ code: 'NOT_ALLOWED' });
    expect(await who.call('content.saveArticle', articleOf())).toEqual(notAllowed);
    expect(await who.call('content.listMyArticles', { shopId, status: 'draft' })).toEqual(notAllowed);
    expect(await who.call('content.getMyArticle', { shopId, articleId: 'story-0002' })).toEqual(notAllowed);
  }
});
