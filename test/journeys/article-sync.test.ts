import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers } from '../support/world/people';

let storefront: Storefront;
let owner: Caller;
let manager: Caller;
let neighbour: Caller;
let door: OfficialDoor;

const shopId = 'jinmei';
const call = 'freepublish/batchget';

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, manager, neighbour] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(sellers.manager),
    storefront.as(sellers.neighbour),
  ]);
});
afterAll(() => storefront.close());

const sync = (who = manager, from = 0) => who.call('content.syncFromOfficialAccount', { shopId, from });
const drafts = async () => (await manager.ask('content.listMyArticles', { shopId, status: 'draft' })).articles;

async function publish(title: string, content: string): Promise<void> {
  const { emulator } = storefront;
  await fetch(`${emulator.url}/_emulator/wechat/accounts/${door.account.appId}/publish`, {
    method: 'POST',
    body: JSON.stringify({ title, content }),
  });
}

test('a shop without an account is told so', async () => {
  expect(await sync()).toEqual({ ok: false, refusal: { code: 'NOT_BOUND' } });
});

test('what the account has published is taken over in pages, cleaned, as drafts with their links; twice is once', async () => {
  door = await bindShop(storefront, owner, shopId);
  for (let index = 0; index < 12; index += 1) await publish(`第 ${index} 篇`, `<p onclick="x()">正文 ${index}</p>`);
  const first = await manager.ask('content.syncFromOfficialAccount', { shopId });
  expect(first).toEqual({ total: 12, added: 10, updated: 0, unchanged: 0, tooLong: [], next: 10 });
  const rest = await manager.ask('content.syncFromOfficialAccount', { shopId, from: first.next });
  expect(rest).toEqual({ total: 12, added: 2, updated: 0, unchanged: 0, tooLong: [] });
  expect(await manager.ask('content.syncFromOfficialAccount', { shopId })).toMatchObject({ added: 0, unchanged: 10 });

  const taken = await drafts();
  expect(taken).toHaveLength(12);
  const { articleId = '' } = taken[0] ?? {};
  const article = await manager.ask('content.getMyArticle', { shopId, articleId });
  expect(article.originalUrl).toMatch(/^https:\/\/mp\.weixin\.qq\.com\/s\//);
  expect(article.blocks).toMatchObject([
    { kind: 'text', html: expect.stringMatching(/^<p class="rich-p">正文 \d+<\/p>$/) },
  ]);
});

test('what the seller has touched stays theirs', async () => {
  const [{ articleId = '' } = {}] = await drafts();
  const before = await manager.ask('content.getMyArticle', { shopId, articleId });
  const { status: _s, minutes: _m, products: _p, ...written } = before;
  await manager.ask('content.saveArticle', { ...written, title: '改过的题目' });
  await storefront.cloudbase.database().collection('articles').doc(articleId).update({ 'synced.updateTime': 1 });
  await manager.ask('content.syncFromOfficialAccount', { shopId });
  await manager.ask('content.syncFromOfficialAccount', { shopId, from: 10 });
  expect(await manager.ask('content.getMyArticle', { shopId, articleId })).toMatchObject({ title: '改过的题目' });
});

test('an article beyond what we hold is named, and the others come', async () => {
  await publish('长文', `<p>${'长'.repeat(20_001)}</p>`);
  await publish('短文', '<p>短</p>');
  expect(await manager.ask('content.syncFromOfficialAccount', { shopId })).toMatchObject({
    added: 1,
    tooLong: ['长文'],
  });
});

test.each([
  ['unauthorized', 'NO_RIGHT'],
  ['quota', 'TRY_LATER'],
  ['down', 'TRY_LATER'],
  ['busy', 'TRY_LATER'],
] as const)('WeChat answers %s: %s, and nothing is written', async (mishap, code) => {
  const before = await drafts();
  await door.switchOn({ of: 'call', mishap, call });
  expect(await sync()).toEqual({ ok: false, refusal: { code } });
  expect(await drafts()).toEqual(before);
  await door.reset();
});

test('a token that is lost once is asked for anew', async () => {
  await door.switchOn({ of: 'call', mishap: 'tokenLost', call });
  expect(await sync()).toMatchObject({ ok: true });
});

test('only who works in the shop may', async () => {
  expect(await sync(neighbour)).toEqual({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
});
