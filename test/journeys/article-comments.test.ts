import { articleOf } from '../support/articleOf';
import { FaultyProxy } from '../support/FaultyProxy';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

let proxy: FaultyProxy;
let storefront: Storefront;
let readers: Caller[];
let manager: Caller;
let neighbour: Caller;

const shopId = 'jinmei';
const articleId = 'spoken-0001';

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, { WECHAT_API_BASE_URL: proxy.url });
  proxy.target = storefront.emulator.url;
  readers = await Promise.all(shoppers.slice(0, 12).map((person) => storefront.as(person)));
  [manager, neighbour] = await Promise.all([storefront.as(sellers.manager), storefront.as(sellers.neighbour)]);
  await manager.ask('content.saveArticle', articleOf({ articleId }));
  await manager.ask('content.publishArticle', { shopId, articleId });
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

let said = 0;
/** A comment of somebody who has not said anything for a minute. */
function say(text: string, who = reader(said)) {
  said += 1;
  return { who, input: { articleId, commentId: `comment-${said}`, name: who.person.name, text } };
}
const reader = (index: number): Caller => {
  const found = readers[index % readers.length];
  if (!found) throw new Error('nobody reads');
  return found;
};
const shownTo = async (who: Caller) => (await who.ask('content.getArticle', { articleId })).comments;
const waiting = async (state: 'waiting' | 'shown' | 'hidden' = 'waiting') =>
  (await manager.ask('content.listShopComments', { shopId, state })).comments;
const stored = async () => (await storefront.cloudbase.database().collection('comments').count()).total;

test('a comment that passes waits for the shop, seen by its author alone; twice is one; shown, everybody sees it', async () => {
  const { who, input } = say('这醋真香');
  const first = await who.ask('content.commentOn', input);
  expect(first).toMatchObject({ text: '这醋真香', waiting: true });
  expect(await who.ask('content.commentOn', input)).toEqual(first);
  expect(await shownTo(who)).toMatchObject({ count: 0, mine: [first], shown: [] });
  expect(await shownTo(reader(5))).toMatchObject({ count: 0, mine: [], shown: [] });

  const { commentId } = first;
  expect(await waiting()).toMatchObject([{ commentId, check: 'pass', articleTitle: '醋是熬出来的' }]);
  for (let time = 0; time < 2; time += 1) {
    await manager.ask('content.moderateComment', { shopId, commentId, decision: 'show' });
  }
  await manager.ask('content.answerComment', { shopId, commentId, text: '谢谢您' });
  await manager.ask('content.answerComment', { shopId, commentId, text: '谢谢您，常来' });
  expect(await shownTo(reader(5))).toMatchObject({
    count: 1,
    shown: [{ commentId, waiting: false, answer: { text: '谢谢您，常来' } }],
  });
  expect(JSON.stringify(await shownTo(reader(5)))).not.toContain(who.person.openId);
});

test('with the shop’s rule, what passes appears at once; what is doubtful waits all the same', async () => {
  await manager.ask('content.setCommentRule', { shopId, passedAppear: true });
  const good = say('马上能看到');
  expect(await good.who.ask('content.commentOn', good.input)).toMatchObject({ waiting: false });
  const doubtful = say('加微信聊');
  expect(await doubtful.who.ask('content.commentOn', doubtful.input)).toMatchObject({ waiting: true });
  expect(await waiting()).toMatchObject([{ check: 'review' }]);
  expect(await shownTo(reader(9))).toMatchObject({ count: 2 });
});

test('what WeChat finds forbidden is refused, and nothing of it is kept', async () => {
  const before = await stored();
  const { who, input } = say('来赌博吧');
  expect(await who.call('content.commentOn', input)).toEqual({ ok: false, refusal: { code: 'FORBIDDEN_TEXT' } });
  const long = say('长'.repeat(3_000));
  expect(await long.who.call('content.commentOn', long.input)).toEqual({
    ok: false,
    refusal: { code: 'INVALID_INPUT', field: 'text' },
  });
  const named = say('好');
  expect(await named.who.call('content.commentOn', { ...named.input, name: '赌博网' })).toMatchObject({ ok: false });
  expect(await stored()).toBe(before);
});

test('while WeChat does not answer a comment waits; a minute later it is asked again', async () => {
  proxy.target = 'http://127.0.0.1:9';
  const [good, bad] = [say('断线时说的'), say('断线时说的赌博')];
  for (const { who, input } of [good, bad]) {
    expect(await who.ask('content.commentOn', input)).toMatchObject({ waiting: true });
  }
  expect((await waiting()).map(({ check }) => check)).toEqual(['none', 'none', 'review']);
  await storefront.advance(61_000);
  await storefront.tick();
  expect((await waiting()).map(({ check }) => check)).toEqual(['none', 'none', 'review']);

  proxy.target = storefront.emulator.url;
  await storefront.advance(6 * 60_000);
  await storefront.tick();
  // One appears by the shop's rule, one is gone.
  expect((await waiting()).map(({ check }) => check)).toEqual(['review']);
  expect((await shownTo(reader(11))).shown[0]).toMatchObject({ text: '断线时说的' });
});

test('six comments in a minute are one too many, and a minute later there is room again', async () => {
  const who = reader(7);
  await storefront.advance(61_000);
  for (let time = 0; time < 5; time += 1) await who.ask('content.commentOn', say(`第 ${time} 句`, who).input);
  const sixth = say('第六句', who).input;
  expect(await who.call('content.commentOn', sixth)).toEqual({ ok: false, refusal: { code: 'TOO_MANY', aMinute: 5 } });
  await storefront.advance(61_000);
  expect(await who.call('content.commentOn', sixth)).toMatchObject({ ok: true });
});

test('hidden and deleted comments are counted off; another shop’s are not there', async () => {
  const { shown, count } = await shownTo(reader(3));
  const [one, other] = shown;
  const decide = (commentId = '', decision: 'show' | 'hide' | 'delete' = 'hide', who = manager, at = shopId) =>
    who.call('content.moderateComment', { shopId: at, commentId, decision });
  expect(await decide(one?.commentId, 'delete', neighbour, 'fenhe')).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect(await decide(one?.commentId, 'delete', neighbour)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  await decide(one?.commentId, 'hide');
  await decide(other?.commentId, 'delete');
  expect(await decide(other?.commentId, 'delete')).toMatchObject({ ok: true });
  expect(await shownTo(reader(3))).toMatchObject({ count: count - 2 });
  expect((await waiting('hidden')).map(({ commentId }) => commentId)).toEqual([one?.commentId]);
  const answer = { shopId: 'fenhe', commentId: one?.commentId ?? '', text: '抢答' };
  expect(await neighbour.call('content.answerComment', answer)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});

test('comments come page by page, each once, and none under an article that is gone', async () => {
  await manager.ask('content.setCommentRule', { shopId, passedAppear: true });
  for (let round = 0; round < 3; round += 1) {
    await storefront.advance(61_000);
    await Promise.all(
      readers.map((who) => who.ask('content.commentOn', say(`第 ${round} 轮 ${who.person.name}`, who).input)),
    );
  }
  const { count, shown, next } = await shownTo(reader(0));
  const seen = shown.map(({ commentId }) => commentId);
  for (let after = next; after; ) {
    const page = await reader(0).ask('content.listComments', { articleId, after });
    seen.push(...page.comments.map(({ commentId }) => commentId));
    after = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(count);
  await manager.ask('content.withdrawArticle', { shopId, articleId });
  const late = say('太晚');
  expect(await late.who.call('content.commentOn', late.input)).toEqual({ ok: false, refusal: { code: 'NOT_FOUND' } });
});
