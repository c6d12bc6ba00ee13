/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import type { VisitRecord } from '../../cloudfunctions/traffic/visits';
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { type DemoPerson, shoppers } from '../support/world/people';

const product = 'packages/trade/product/index?productId=vinegar-8y';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const phoneWith = (storage?: Map<string, unknown>) =>
  new WeappHost({ dist: paths.weapp, url: storefront.emulator.url, ...(storage && { storage }) });

test('an opening by a friend’s card is noted with the product, after the page has what it shows', async () => {
  const phone = phoneWith();
  await phone.launch(shoppers[0].openId, `${product}&s=share-0001`, 1007);
  expect(phone.text()).toContain('老陈醋');
  expect(await trafficCalls()).toBe(0);
  await phone.leave();
  expect(await noted(shoppers[0])).toEqual(['open jinmei friend::', 'product jinmei friend::']);
  expect(await trafficCalls()).toBe(1);

  await phone.comeBack();
  await phone.leave();
  expect(await trafficCalls()).toBe(1);
  await phone.comeBack(1043);
  await phone.leave();
  expect(await noted(shoppers[0])).toContain('open jinmei officialAccount::');
  expect(phone.complaints).toEqual([]);
});

test('without signal nothing is lost and nothing breaks: after lost answers and a restart, the record is whole', async () => {
  const storage = new Map<string, unknown>();
  const phone = phoneWith(storage);
  await phone.launch(shoppers[1].openId, product, 1047);
  for (const mishap of ['offline', 'answerLost', 'answerLost', 'denied'] as const) {
    phone.cloud.mishaps.callFunction = mishap;
    await phone.leave();
    await phone.comeBack();
  }
  expect(phone.complaints).toEqual([]);

  const again = phoneWith(storage);
  await again.launch(shoppers[1].openId, 'pages/home/index', 1089);
  await again.leave();
  expect(await noted(shoppers[1])).toEqual(['open jinmei code::', 'open jinmei returning::', 'product jinmei code::']);
  expect(storage.get('visits')).toEqual([]);
});

test('whoever opens a shop from the map was brought by it; nobody waits for the timer', async () => {
  const phone = phoneWith();
  phone.answers.location = { longitude: 112.5549, latitude: 37.8633 };
  await phone.launch(shoppers[2].openId, 'packages/nearby/map/index', 1053);
  await phone.mapArrives('nearby-map');
  const caller = await storefront.as(shoppers[2]);
  const at = { longitude: 112.55, latitude: 37.86 };
  const [nearest] = (await caller.ask('shop.findNearbyShops', { at, radius: 50_000 })).shops;
  await phone.tap(`card-${nearest?.shopId}`);
  await phone.tap('shop-visit');
  await until(async () => (await noted(shoppers[2])).length > 0);
  expect(await noted(shoppers[2])).toEqual([`map ${nearest?.shopId} nearby::`, `open ${nearest?.shopId} search::`]);
});

test('the single page of Moments has no identity: it shows the product, and is counted as somebody unknown', async () => {
  const phone = phoneWith();
  await phone.launch('nobody', `${product}&s=share-0002`, 1154);
  expect(phone.text()).toContain('老陈醋');
  await phone.leave();
  const visits = storefront.cloudbase.database().collection('visits').where({ origin: 'moments::', scene: 1154 });
  const [visit] = (await visits.get()).data as VisitRecord[];
  expect(visit).toMatchObject({ kind: 'open', shopId: 'jinmei', shareId: 'share-0002' });
  expect(visit?._id).toBe(`~${visit?.person}`);
  expect(['buy-now', 'make-poster', 'coupon-strip'].filter((id) => phone.has(id))).toEqual([]);
  expect(new Set(phone.cloud.answered)).toEqual(new Set(['shop.getProduct', 'traffic.recordVisits']));
  expect(phone.complaints).toEqual([]);
});

test('the single page of Moments shows an article whole, and nothing that needs a name or leads away', async () => {
  const phone = phoneWith();
  await phone.launch('nobody', 'packages/content/article/index?articleId=vinegar-yard&s=share-0003', 1154);
  expect(phone.text()).toContain('一缸醋，晒八个夏天');
  expect(phone.text()).toContain('八年手工老陈醋');
  expect(phone.text('single-page-hint')).toContain('前往小程序');
  for (const id of needsAName) expect([id, phone.has(id)]).toEqual([id, false]);
  await phone.leave();
  expect(new Set(phone.cloud.answered)).toEqual(new Set(['content.getArticle', 'traffic.recordVisits']));
  expect(phone.complaints).toEqual([]);

  // Opened from anywhere else the same page has all of it.
  const whole = phoneWith();
  await whole.launch(shoppers[3].openId, 'packages/content/article/index?articleId=vinegar-yard', 1007);
  for (const id of needsAName) expect([id, whole.has(id)]).toEqual([id, true]);
});
/** What only somebody can do whom WeChat names, or what opens another page. */
const needsAName = ['like', 'favour', 'comment', 'add-vinegar-8y', 'told-vinegar-8y', 'article-shop', 'make-poster'];

/** What is on record of a person, in the order of its words. */
async function noted(person: DemoPerson): Promise<string[]> {
  const found = await storefront.cloudbase.database().collection('visits').where({ person: person.openId }).get();
  return (found.data as VisitRecord[]).map(({ kind, shopId, origin }) => `${kind} ${shopId} ${origin}`).sort();
}

async function trafficCalls(): Promise<number> {
  const response = await fetch(`${storefront.emulator.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: { operation?: string }[] };
  return calls.filter(({ operation }) => operation === 'recordVisits').length;
}
