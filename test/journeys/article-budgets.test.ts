import type { Input, OperationName } from '../../shared/contract';
import { articleOf } from '../support/articleOf';
import { FaultyProxy } from '../support/FaultyProxy';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

// Each call takes 40 ms here, so calls that are made side by side overlap, and what is counted is how often a function waits.

let proxy: FaultyProxy;
let storefront: Storefront;
let ann: Caller;
let manager: Caller;

const articleId = 'budget-0001';

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }) });
  proxy.target = storefront.emulator.url;
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
  await manager.ask('content.saveArticle', articleOf({ articleId }));
  await manager.ask('content.publishArticle', { shopId: 'jinmei', articleId });
  proxy.latencyMs = 40;
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

async function expectWaits<Name extends OperationName>(who: Caller, name: Name, input: Input<Name>, most: number) {
  proxy.pass();
  await who.ask(name, input);
  if (proxy.waits === 0 || proxy.waits > most) {
    throw new Error(`${name} waits ${proxy.waits} times and may wait ${most}: ${proxy.calls.join(', ')}`);
  }
}

test('an article with its cards, marks and comments waits twice', () =>
  expectWaits(ann, 'content.getArticle', { articleId }, 2));
test('the feed waits once; of fifty shops, or nearby, it asks first which of them have something', async () => {
  await expectWaits(ann, 'content.listFeed', { of: 'latest' }, 1);
  await expectWaits(ann, 'content.listFeed', { of: 'latest', topic: 'craft' }, 1);
  const shopIds = Array.from({ length: 50 }, (_none, index) => (index === 0 ? 'jinmei' : `shop-${index}`));
  await expectWaits(ann, 'content.listFeed', { of: 'shops', shopIds }, 2);
  await expectWaits(ann, 'content.listFeed', { of: 'nearby', at: { longitude: 112.56, latitude: 37.87 } }, 2);
});
test('the articles of a product, and of a shop, wait once', async () => {
  await expectWaits(ann, 'content.listArticlesOfProduct', { productId: 'vinegar-8y' }, 1);
  await expectWaits(ann, 'content.listShopArticles', { shopId: 'jinmei' }, 1);
});
test('a like waits to look, to write and to count', () =>
  expectWaits(ann, 'content.likeArticle', { articleId, liked: true }, 3));
test('a comment waits to look, for WeChat and the rule, and to write', () =>
  expectWaits(ann, 'content.commentOn', { articleId, commentId: 'budget-01', name: '安然', text: '香' }, 3));
