/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { articleOf } from '../support/articleOf';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

/** What a next page may send to the view, in bytes, however long the list is. */
const mostBytes = 12_000;
const more = 40;

let storefront: Storefront;
let phone: WeappHost;

beforeAll(async () => {
  storefront = await openStorefront();
  const manager = await storefront.as(sellers.manager);
  for (let index = 0; index < more; index += 1) {
    const articleId = `long-feed-${index}`;
    const cover = 'cloud://meidian.6c6f-meidian-1250000000/articles/vinegar-yard.webp';
    const title = `第 ${index} 篇：一缸醋，晒八个夏天，清徐醋坊里的慢功夫`;
    await manager.ask('content.saveArticle', articleOf({ articleId, title, cover, topics: ['craft', 'origin'] }));
    await manager.ask('content.publishArticle', { shopId: 'jinmei', articleId });
  }
  phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
});
afterAll(() => storefront.close());

/** How often an operation was called. */
async function contentCalls(name: string): Promise<string[]> {
  const response = await fetch(`${storefront.emulator.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: { operation?: string }[] };
  return calls.flatMap(({ operation }) => (operation?.includes(name) ? [operation] : []));
}

test('the first screen of the feed is one call, and each next page at most 12 KB, however long the list is', async () => {
  await phone.launch(shoppers[0].openId, 'pages/feed/index');
  expect(await contentCalls('listFeed')).toHaveLength(1);
  expect(phone.has(`article-long-feed-${more - 1}`)).toBe(true);
  const pages: number[] = [];
  for (let page = 0; page < 5; page += 1) {
    phone.sent.length = 0;
    await phone.tap('list-more');
    pages.push(Math.max(0, ...phone.sent));
  }
  expect(phone.has('article-long-feed-2')).toBe(true);
  expect(Math.min(...pages)).toBeGreaterThan(0);
  expect(pages.filter((bytes) => bytes > mostBytes)).toEqual([]);
});

test('an article opens by one call of its own', async () => {
  await phone.launch(shoppers[0].openId, 'packages/content/article/index?articleId=first-frost');
  expect(phone.text('article-title')).toContain('小雪时节');
  expect(phone.has('told-seabuckthorn-tea')).toBe(true);
  expect(await contentCalls('getArticle')).toHaveLength(1);
});
