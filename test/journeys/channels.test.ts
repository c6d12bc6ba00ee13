import sharp from 'sharp';
import type { Input } from '../../shared/contract';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

const shopId = 'jinmei';
const day = 86_400_000;

let storefront: Storefront;
let manager: Caller;
let ann: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [manager, ann] = await Promise.all([storefront.as(sellers.manager), storefront.as(shoppers[0])]);
});
afterAll(() => storefront.close());

type Wanted = Input<'traffic.saveChannel'>;
const counter: Wanted = {
  shopId,
  channelId: 'counter-01',
  name: '柳巷收银台',
  kind: 'counter',
  target: { page: 'shop' },
};
const post = (path: string, body: object) =>
  fetch(`${storefront.emulator.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
const fail = (...errcodes: number[]) => post('/_emulator/wechat/entrances', { errcodes });

test('a channel is made once, edited, put away and back; its code leads on all the time', async () => {
  const made = await manager.ask('traffic.saveChannel', counter);
  expect(made).toMatchObject({ channelId: 'counter-01', targetName: '本店首页', archived: false });
  expect(await manager.ask('traffic.saveChannel', counter)).toEqual(made);
  const target = { page: 'product', productId: 'vinegar-8y' } as const;
  await manager.ask('traffic.saveChannel', { ...counter, name: '二号收银台', target });
  await manager.ask('traffic.archiveChannel', { shopId, channelId: 'counter-01', archived: true });
  expect(await listed(false)).not.toContain('二号收银台');
  expect(await listed(true)).toEqual(['二号收银台']);
  expect(await ann.ask('traffic.openChannel', { channelId: 'counter-01' })).toEqual({ shopId, target });
  await manager.ask('traffic.archiveChannel', { shopId, channelId: 'counter-01', archived: false });
  expect(await listed(false)).toContain('二号收银台');
});

test('its mini-program code is drawn once and kept in storage', async () => {
  const wanted = { shopId, channelId: 'counter-01' };
  const { picture = '' } = await manager.ask('traffic.makeChannelCode', wanted);
  const { fileContent } = await storefront.cloudbase.downloadFile({ fileID: picture });
  expect((await sharp(fileContent).metadata()).format).toBe('png');
  await fail(45009);
  expect((await manager.ask('traffic.makeChannelCode', wanted)).picture).toBe(picture);
  await fail();
});

test('its link is good for 30 days and made anew in its last week', async () => {
  const wanted = { shopId, channelId: 'counter-01' };
  const { link } = await manager.ask('traffic.makeChannelLink', wanted);
  expect((await manager.ask('traffic.makeChannelLink', wanted)).link).toEqual(link);
  const opened = await fetch(link?.url ?? '', { redirect: 'manual' });
  expect(opened.headers.get('location')).toMatch(/#\/pages\/landing\/index\?c=counter-01$/);
  await storefront.advance(24 * day);
  const later = (await manager.ask('traffic.makeChannelLink', wanted)).link;
  expect(later?.expiresAt).toBeGreaterThan((link?.expiresAt ?? 0) + 20 * day);
});

test('what WeChat refuses is told; a token that is over is asked for anew', async () => {
  await manager.ask('traffic.saveChannel', { ...counter, channelId: 'poster-02', kind: 'poster' });
  const wanted = { shopId, channelId: 'poster-02' };
  for (const [errcode, code] of [
    [41030, 'NOT_PUBLISHED'],
    [45009, 'QUOTA'],
    [44990, 'QUOTA'],
    [85079, 'NOT_PUBLISHED'],
    [-1, 'TRY_LATER'],
  ] as const) {
    await fail(errcode, errcode);
    expect(await manager.call('traffic.makeChannelCode', wanted)).toEqual({ ok: false, refusal: { code } });
    expect(await manager.call('traffic.makeChannelLink', wanted)).toEqual({ ok: false, refusal: { code } });
  }
  await fail(42001);
  expect((await manager.ask('traffic.makeChannelCode', wanted)).picture).toBeDefined();
  await fail(40001);
  expect((await manager.ask('traffic.makeChannelLink', wanted)).link).toBeDefined();
});

test('an article of the shop is led to, too; another shop’s is not there', async () => {
  const toArticle = { ...counter, channelId: 'weibo-0001', kind: 'outside' } as const;
  const target = { page: 'article', articleId: 'vinegar-yard' } as const;
  const { targetName } = await manager.ask('traffic.saveChannel', { ...toArticle, target });
  expect(targetName).toMatch(/^一缸醋/);
  expect(await ann.ask('traffic.openChannel', { channelId: 'weibo-0001' })).toEqual({ shopId, target });
  const theirs = { page: 'article', articleId: 'breakfast-street' } as const;
  expect(await manager.call('traffic.saveChannel', { ...toArticle, target: theirs })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'article' },
  });
});

test('a poster of an article has one code for all, and whoever scans it and reads is credited to the article', async () => {
  const target = { page: 'article', articleId: 'vinegar-yard' } as const;
  const { channelId, picture } = await ann.ask('traffic.makePosterCode', { target });
  expect(await manager.ask('traffic.makePosterCode', { target })).toEqual({ channelId, picture });
  const ofProduct = await ann.ask('traffic.makePosterCode', { target: { page: 'product', productId: 'vinegar-8y' } });
  expect(ofProduct.channelId).not.toBe(channelId);
  expect(channelId.length).toBeLessThanOrEqual(32);
  expect(await ann.ask('traffic.openChannel', { channelId })).toEqual({ shopId, target });

  await ann.ask('traffic.recordVisits', {
    visits: [
      { visitId: 'poster-open', shopId, kind: 'open', scene: 1047, channel: channelId, age: 2 },
      { visitId: 'poster-read', shopId, kind: 'article', articleId: 'vinegar-yard', age: 1 },
    ],
  });
  await ann.ask(
    'order.placeOrder',
    orderOf(ann.person, { orderId: 'poster-order', skuId: 'taigu-cake-1', seenTotal: 2790 }),
  );
  const { data } = await storefront.cloudbase.database().collection('orders').doc('poster-order').get();
  expect(data[0]).toMatchObject({
    credit: { origin: 'article:vinegar-yard:', first: expect.any(Object), last: { articleId: 'vinegar-yard' } },
  });
  const away = { page: 'article', articleId: 'no-such-one' } as const;
  expect(await ann.call('traffic.makePosterCode', { target: away })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'article' },
  });
});

test('nobody reaches another shop’s channels or products, and shoppers none', async () => {
  const other = { ...counter, channelId: 'other-0001', target: { page: 'product', productId: 'tounao' } } as const;
  expect(await manager.call('traffic.saveChannel', other)).toMatchObject({ refusal: { what: 'product' } });
  expect(await ann.call('traffic.saveChannel', counter)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  const elsewhere = await storefront.as(sellers.neighbour);
  const theirs = { ...counter, shopId: 'fenhe' };
  for (const answer of [
    await elsewhere.call('traffic.saveChannel', theirs),
    await elsewhere.call('traffic.archiveChannel', { shopId: 'fenhe', channelId: 'counter-01', archived: true }),
    await elsewhere.call('traffic.makeChannelCode', { shopId: 'fenhe', channelId: 'counter-01' }),
    await elsewhere.call('traffic.makeChannelLink', { shopId: 'fenhe', channelId: 'counter-01' }),
    await ann.call('traffic.openChannel', { channelId: 'nowhere-01' }),
  ]) {
    expect(answer).toEqual({ ok: false, refusal: { code: 'NOT_FOUND', what: 'channel' } });
  }
});

async function listed(archived: boolean): Promise<string[]> {
  const { channels } = await manager.ask('traffic.listChannels', { shopId, archived });
  return channels.map(({ name }) => name);
}
