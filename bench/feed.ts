import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import collections from '../cloudfunctions/collections.json';
import { compose, newArticle } from '../cloudfunctions/content/compose';
import { linkOf } from '../cloudfunctions/content/linkOf';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { idKeyOf } from '../emulator/database/storage/Collection';
import { declareIndexes } from '../emulator/database/storage/declareIndexes';
import { Store } from '../emulator/database/storage/Store';
import type { Document } from '../emulator/database/values';
import { type Emulator, startEmulator } from '../emulator/Emulator';
import { buildFunctions } from '../scripts/buildFunctions';
import { paths } from '../scripts/paths';
import { topics } from '../shared/content/topics';
import type { Input, OperationName } from '../shared/contract';
import { type Caller, callerAt } from '../test/support/Storefront';
import { people, shoppers } from '../test/support/world/people';
import { type Random, seededRandom } from '../test/support/world/random';
import { quantile } from './quantile';

/** One number of articles, ready to be asked. */
interface Paper {
  count: number;
  emulator: Emulator;
  caller: Caller;
}

const shopCount = 200;
const rounds = 100;
const warmUp = 20;

/**
 * `npm run bench -- feed`: the first and a deep page of each list of the feed, an article, and the articles of a
 * product, over 1 000, 10 000 and 100 000 articles of 200 shops, through function and SDK. The papers take turns.
 */
export async function benchFeed(): Promise<void> {
  await buildFunctions();
  const folder = mkdtempSync(path.join(tmpdir(), 'meidian-feed-'));
  const papers: Paper[] = [];
  try {
    for (const count of [1_000, 10_000, 100_000]) papers.push(await openPaper(path.join(folder, String(count)), count));
    for (const [what, question] of Object.entries(questions)) await printQuestion(what, papers, question);
  } finally {
    await Promise.all(papers.map(({ emulator }) => emulator.stop()));
    rmSync(folder, { recursive: true });
  }
}

type Question = (random: Random, count: number) => [OperationName, Input<OperationName>];

const questions: Record<string, Question> = {
  'the latest': () => ['content.listFeed', { of: 'latest' }],
  'the latest about one topic': (random) => ['content.listFeed', { of: 'latest', topic: random.pick([...topics]) }],
  'a page in the middle': (random, count) => [
    'content.listFeed',
    { of: 'latest', after: `${momentOf(random.between(0, count - 1))}~x` },
  ],
  'of 50 shops': (random) => ['content.listFeed', { of: 'shops', shopIds: fifty(random) }],
  nearby: (random) => ['content.listFeed', { of: 'nearby', at: { longitude: 112.5 + random.next(), latitude: 37.5 } }],
  'an article': (random, count) => ['content.getArticle', { articleId: idOf(random.between(0, count - 1)) }],
  'of a product': (random) => ['content.listArticlesOfProduct', { productId: `product-${random.between(0, 99)}` }],
};

const fifty = (random: Random): string[] =>
  Array.from({ length: 50 }, () => `shop-${random.between(0, shopCount - 1)}`);
const idOf = (number: number): string => `article-${number}`;
const momentOf = (number: number): number => 1_700_000_000_000 + number * 60_000;

async function openPaper(dataDir: string, count: number): Promise<Paper> {
  await plant(dataDir, count);
  const emulator = await startEmulator({
    ...{ port: 0, dataDir, functionsDir: paths.functions, people, timers: false },
    collections: collections as CollectionDeclarations,
  });
  return { count, emulator, caller: await callerAt(emulator.url, shoppers[0]) };
}

async function plant(dataDir: string, count: number): Promise<void> {
  const store = new Store(dataDir);
  declareIndexes(store, collections as CollectionDeclarations);
  const numbers = Array.from({ length: count }, (_none, index) => index);
  const shops = Array.from({ length: shopCount }, (_none, index) => ({
    ...{ _id: `shop-${index}`, tellsAt: momentOf(count - 1 - ((count - 1 - index) % shopCount)), cell: '' },
    location: { type: 'Point', coordinates: [112.5 + (index % 20) / 20, 37.5 + Math.floor(index / 20) / 100] },
  }));
  await fill(store, 'shops', shops);
  for (let from = 0; from < count; from += 5_000) {
    const articles = numbers.slice(from, from + 5_000).map(articleAt);
    await fill(store, 'articles', articles);
    await fill(
      store,
      'articleProducts',
      articles.flatMap((article) => article.productIds.map((id) => linkOf(article, id))),
    );
  }
  store.close();
}

const { written } = compose({
  ...{ title: '一缸醋，晒八个夏天', summary: '伏天晒掉水汽', topics: ['craft'], blocks: [] },
});

function articleAt(number: number) {
  const text = { kind: 'text', html: `<p class="rich-p">${'醋坊里的慢功夫。'.repeat(8)}</p>` } as const;
  const product = { kind: 'product', productId: `product-${number % 100}` } as const;
  const shop = { _id: idOf(number), shopId: `shop-${number % shopCount}`, shopName: '店', from: 'own' } as const;
  const article = newArticle(written, shop, { by: 'bench', now: momentOf(number), key: 'bench' });
  return {
    ...article,
    topics: [topics[number % topics.length] ?? 'craft', topics[(number * 3) % topics.length] ?? 'food'],
    ...{ blocks: [text, product, text], productIds: [product.productId], status: 'published' as const },
    ...{ publishedAt: momentOf(number), rank: momentOf(number) },
  };
}

async function fill(store: Store, name: string, records: readonly { _id: string }[]): Promise<void> {
  const collection = store.collection(name);
  const documents = records as unknown as readonly Document[];
  await store.apply(documents.map((document) => ({ collection, key: idKeyOf(document._id), document })));
}

async function printQuestion(what: string, papers: readonly Paper[], question: Question): Promise<void> {
  const found = new Map(papers.map((paper) => [paper, { ms: [] as number[], documents: [] as number[] }]));
  const randoms = new Map(papers.map((paper) => [paper, seededRandom(7)]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const paper of papers) {
      const [name, input] = question(randoms.get(paper) ?? seededRandom(7), paper.count);
      const began = performance.now();
      await paper.caller.call(name, input);
      const took = performance.now() - began;
      if (round < 0) continue;
      found.get(paper)?.ms.push(took);
      // Asking what was read costs more than reading it.
      if (round % 10 === 0) found.get(paper)?.documents.push(await documentsRead(paper));
    }
  }
  console.log(`\n${what.padEnd(24)} p50 ms   p99 ms   documents read (most)`);
  for (const [{ count }, { ms, documents }] of found) {
    const figures = [quantile(ms, 0.5).toFixed(2).padStart(7), quantile(ms, 0.99).toFixed(2).padStart(9)];
    console.log(`${String(count).padEnd(24)}${figures.join('')}${String(Math.max(...documents)).padStart(12)}`);
  }
}

async function documentsRead({ emulator }: Paper): Promise<number> {
  const response = await fetch(`${emulator.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: { databaseCalls: { plan?: { scanned: number } }[] }[] };
  return (calls[0]?.databaseCalls ?? []).reduce((sum, { plan }) => sum + (plan?.scanned ?? 0), 0);
}
