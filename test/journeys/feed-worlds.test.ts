import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import collections from '../../cloudfunctions/collections.json';
import type { ArticleRecord, ArticleWriting } from '../../cloudfunctions/content/articles';
import type { CollectionDeclarations } from '../../emulator/database/declarations';
import { type Emulator, startEmulator } from '../../emulator/Emulator';
import { contentContract } from '../../shared/content/contract';
import { type Topic, topics } from '../../shared/content/topics';
import type { Input } from '../../shared/contract';
import { distanceMetres } from '../../shared/kernel/geo';
import { type CloudBase, connect } from '../support/connect';
import { type Random, seededRandom } from '../support/world/random';

/** `listFeed` against brute force, in one process. A share of the worlds here; `FEED_WORLDS=200` for more. */
const worlds = Number(process.env.FEED_WORLDS ?? 15);

let dataDir: string;
let emulator: Emulator;
let cloudbase: CloudBase;
let listFeed: typeof import('../../cloudfunctions/content/listFeed').listFeed;
let getArticle: typeof import('../../cloudfunctions/content/getArticle').getArticle;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'meidian-feed-'));
  emulator = await startEmulator({ port: 0, dataDir, collections: collections as CollectionDeclarations });
  cloudbase = await connect(emulator.url);
  // Loaded only now, because the SDK reads where CloudBase is when it is loaded.
  ({ listFeed } = await import('../../cloudfunctions/content/listFeed'));
  ({ getArticle } = await import('../../cloudfunctions/content/getArticle'));
});
afterAll(async () => {
  await emulator.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const nobody = {
  ...{ operation: 'test', requestId: 'test', openId: undefined, unionId: undefined, now: 0 },
  ...{ newId: () => 'none', newCode: () => 'none', permitted: async () => undefined },
};

interface World {
  shops: { shopId: string; place: [number, number]; tellsAt: number }[];
  articles: Pick<ArticleRecord, '_id' | 'shopId' | 'status' | 'publishedAt' | 'topics'>[];
}

/** Few moments for many articles, so that most pages end among equals. */
function aWorld(seed: number): World {
  const random = seededRandom(seed);
  const shops = Array.from({ length: random.between(1, 30) }, (_none, index) => ({
    shopId: `shop-${index}`,
    place: [112.5 + random.normal() / 12, 37.8 + random.normal() / 12] as [number, number],
  }));
  const articles = Array.from({ length: random.between(0, 90) }, (_none, index) => ({
    _id: `article-${random.between(100, 999)}-${index}`,
    shopId: random.pick(shops).shopId,
    status: random.next() < 0.8 ? ('published' as const) : ('withdrawn' as const),
    publishedAt: 1_000 + random.between(0, 12),
    topics: topics.filter(() => random.next() < 0.25),
  }));
  return { shops: shops.map((shop) => ({ ...shop, tellsAt: boundOf(shop.shopId, articles, random) })), articles };
}

/** No article of a shop is later; that of a shop which has withdrawn its last is too late. 0 where there never was one. */
function boundOf(shopId: string, articles: World['articles'], random: Random): number {
  const told = articles.filter((article) => article.shopId === shopId).map(({ publishedAt }) => publishedAt);
  return told.length === 0 ? 0 : Math.max(...told) + random.pick([0, 0, 3]);
}

async function plant({ shops, articles }: World): Promise<void> {
  const db = cloudbase.database();
  const records = {
    shops: shops.map(({ shopId, place, tellsAt }) => ({
      _id: shopId,
      location: { type: 'Point', coordinates: place },
      ...(tellsAt > 0 && { tellsAt }),
    })),
    articles: articles.map(fullArticle),
  };
  for (const [name, all] of Object.entries(records)) {
    await db.collection(name).where({}).remove();
    if (all.length > 0) await db.collection(name).add(all);
  }
}

const fullArticle = (article: World['articles'][number]): ArticleWriting => ({
  ...article,
  ...{ shopName: '', writeKey: '', title: '', summary: '', blocks: [], productIds: [], minutes: 1 },
  ...{ pinned: false, rank: 0, from: 'own', savedAt: 0, savedBy: '' },
});

/** Reads a list to its end. Fails on a page that is too long or a list without end. */
async function readList(asked: Input<'content.listFeed'>): Promise<string[]> {
  const list: string[] = [];
  let input = asked;
  for (let page = 0; page < 100; page += 1) {
    const answer = await listFeed(v.parse(contentContract.listFeed.input, input), nobody);
    if (!answer.ok) throw new Error('it refuses nothing');
    expect(answer.value.articles.length).toBeLessThanOrEqual(8);
    list.push(...answer.value.articles.map(({ articleId }) => articleId));
    if (answer.value.next === undefined) return list;
    input = { ...asked, after: answer.value.next };
  }
  throw new Error('no end after 100 pages');
}

function expected({ articles }: World, shopIds?: readonly string[], topic?: Topic): string[] {
  return articles
    .filter(({ status, shopId }) => status === 'published' && (shopIds?.includes(shopId) ?? true))
    .filter((article) => topic === undefined || article.topics.includes(topic))
    .sort((a, b) => b.publishedAt - a.publishedAt || (a._id < b._id ? 1 : -1))
    .map(({ _id }) => _id);
}

test.each(
  Array.from({ length: worlds }, (_none, index) => index + 1),
)('world %d: every list to its end is what brute force finds, without a gap or a duplicate', async (seed) => {
  const world = aWorld(seed);
  await plant(world);
  const random = seededRandom(seed + 1_000);
  expect(await readList({ of: 'latest' })).toEqual(expected(world));
  const topic = random.pick([...topics]);
  expect(await readList({ of: 'latest', topic })).toEqual(expected(world, undefined, topic));

  const followed = world.shops.filter(() => random.next() < 0.4).map(({ shopId }) => shopId);
  const asked = [...followed, ...followed.slice(0, 2), 'nowhere'];
  expect(await readList({ of: 'shops', shopIds: asked })).toEqual(expected(world, followed));
  expect(await readList({ of: 'shops', shopIds: asked, topic })).toEqual(expected(world, followed, topic));

  const at = [112.5 + random.normal() / 20, 37.8 + random.normal() / 20] as const;
  const rounded = at.map((degrees) => Math.round(degrees * 100) / 100) as [number, number];
  const near = world.shops
    .filter(({ tellsAt }) => tellsAt > 0)
    .map(({ shopId, place }) => ({ shopId, metres: distanceMetres(rounded, place) }))
    .filter(({ metres }) => metres <= 20_000)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 20)
    .map(({ shopId }) => shopId);
  const around = { of: 'nearby', at: { longitude: at[0], latitude: at[1] } } as const;
  expect(await readList(around)).toEqual(expected(world, near));
  expect(await readList({ ...around, topic })).toEqual(expected(world, near, topic));
});

test('whoever has no name (the Moments single page) reads an article all the same', async () => {
  await plant({
    shops: [],
    articles: [{ _id: 'nameless', shopId: 'shop-0', status: 'published', publishedAt: 1, topics: [] }],
  });
  const answer = await getArticle({ articleId: 'nameless' }, nobody);
  expect(answer).toMatchObject({ ok: true, value: { articleId: 'nameless', liked: false, comments: { mine: [] } } });
});
