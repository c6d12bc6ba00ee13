/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { shoppers } from '../support/world/people';

const page = 'packages/nearby/map/index';
/** On the commute, in the middle of the city; rounded, as `fuzzy` is, it is [112.55, 37.86]. */
const onTheWay = { longitude: 112.5549, latitude: 37.8633 };

let storefront: Storefront;
let phone: WeappHost;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());
beforeEach(() => {
  phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
});
afterEach(() => expect(phone.complaints).toEqual([]));

test('a commuter sees the nearest shops, taps one on the map, goes on along the list, and is shown the way', async () => {
  phone.answers.location = onTheWay;
  await open();
  expect(phone.text('near-title')).toBe('我附近的店');
  const shown = await phone.mapArrives('nearby-map');
  expect([shown.longitude, shown.latitude, shown.scale].map((each) => each.toFixed(4))).toEqual([
    '112.5500',
    '37.8600',
    '15.5000',
  ]);
  const [marker] = shopMarkers();
  expect(marker?.iconPath).toMatch(/^\/map\/[a-z]+\.png$/);

  await phone.fire('nearby-map', 'markertap', { markerId: marker?.id });
  const chosen = phone.attribute('nearby-list', 'scrollIntoView');
  expect(phone.text(String(chosen))).toContain('去这里');
  expect(shopMarkers().filter(({ iconPath }) => iconPath.endsWith('-on.png'))).toHaveLength(1);

  await phone.tap('shop-go');
  expect(phone.openedLocations).toHaveLength(1);
  expect(phone.text(String(chosen))).toContain(phone.openedLocations[0]?.name);
  await phone.tap('shop-visit');
  expect(phone.routes.at(-1)).toBe('packages/nearby/shop/index');
});

test('a tap on a cluster comes nearer; a card moves the map to its shop; a swipe goes on to the next', async () => {
  phone.answers.location = onTheWay;
  await open();
  await phone.moveMap('nearby-map', { scale: 12 });
  const [cluster] = markers().filter(({ width }) => width >= 38 && width !== 44);
  await phone.fire('nearby-map', 'markertap', { markerId: cluster?.id });
  const nearer = await phone.mapArrives('nearby-map');
  expect(nearer.scale).toBeCloseTo(14, 3);
  expect(nearer.longitude).toBeCloseTo(cluster?.longitude ?? 0, 4);

  const nearest = await nearestShops(2);
  await phone.tap(`card-${nearest[0]?.shopId}`);
  expect((await phone.mapArrives('nearby-map')).longitude).toBeCloseTo(nearest[0]?.place.longitude ?? 0, 4);

  await pullSheet(200);
  expect(phone.has('near-peek')).toBe(true);
  await swipe('near-peek', -120);
  expect((await phone.mapArrives('nearby-map')).longitude).toBeCloseTo(nearest[1]?.place.longitude ?? 0, 4);
  expect(phone.text('near-peek')).toContain(nearest[1]?.name);
});

test('after a move, the list waits to be asked; then it begins where the map is', async () => {
  phone.answers.location = onTheWay;
  await open();
  expect(phone.has('search-here')).toBe(false);
  await phone.moveMap('nearby-map', { longitude: 112.572, latitude: 37.97 });
  expect(phone.text('near-title')).toBe('我附近的店');
  await phone.tap('search-here');
  expect(phone.text('near-title')).toBe('这一带的店');
  expect(phone.text()).toContain('约 12 公里');
  expect(phone.has('search-here')).toBe(false);
  await phone.tap('locate-me');
  await phone.mapArrives('nearby-map');
  expect(phone.text('near-title')).toBe('我附近的店');
});

test('who comes back further along the way finds the shops there; who did not move finds all as it was', async () => {
  phone.answers.location = onTheWay;
  await open();
  const [nearest] = await nearestShops(1);
  await phone.tap(`card-${nearest?.shopId}`);
  const visitedAt = Date.now();
  await phone.tap('shop-visit');
  await phone.goBack();
  expect(phone.has('shop-visit')).toBe(true);

  // A second tap within half a second would belong to the first.
  await until(() => Date.now() - visitedAt > 500);
  await phone.tap('shop-visit');
  phone.answers.location = { longitude: 112.5714, latitude: 37.9431 };
  await phone.goBack();
  expect((await phone.mapArrives('nearby-map')).latitude).toBeCloseTo(37.94, 4);
  expect(phone.has('shop-visit')).toBe(false);
  expect(phone.has(`card-${nearest?.shopId}`)).toBe(false);
});

test.each([
  ['denied', '没有位置权限', '去开启'],
  ['off', '手机的定位没有打开', '重试'],
  ['timeout', '定位没有回音', '重试'],
  ['silent', '定位没有回音', '重试'],
] as const)('without a place (%s) it shows the middle of town and says why; a second try finds the way', async (location, words, deed) => {
  phone.answers.location = location;
  await open();
  await until(() => phone.has('place-notice'));
  expect(phone.text('place-notice')).toContain(words);
  expect(phone.text('near-title')).toBe('太原 · 柳巷的店');
  await until(() => phone.text().includes('晋美优品养生馆'));
  expect(phone.text('locate-again')).toBe(deed);

  phone.answers.location = onTheWay;
  await phone.tap('locate-again');
  await until(() => phone.text('near-title') === '我附近的店');
  expect(phone.has('place-notice')).toBe(false);
});

test('who does not say where they are picks a town', async () => {
  await open();
  await phone.tap('pick-town');
  await phone.tap('town-xiaodian');
  expect(phone.text('near-title')).toBe('太原 · 小店的店');
  expect((await phone.mapArrives('nearby-map')).latitude).toBeCloseTo(37.7296, 4);
});

test('far abroad it says how far, and shows the nearest town', async () => {
  phone.answers.location = { longitude: 2.35, latitude: 48.86 };
  await open();
  expect(phone.text('place-notice')).toMatch(/最近有店的地方是.+，离您 \d{4} 公里/);
  expect(phone.text()).toContain('营业');
});

test('no shops: by a filter, which can be taken back, and none at all, from where one can look elsewhere', async () => {
  phone.answers.location = onTheWay;
  await open();
  await phone.tap('near-filter-delivers');
  expect(phone.text()).toContain('晋美优品养生馆');
  await phone.tap('near-filter-tailor');
  expect(phone.text()).toContain('没有这样的店');
  await phone.tap('blank-action');
  expect(phone.text()).not.toContain('没有这样的店');

  await phone.moveMap('nearby-map', { longitude: 100, latitude: 30 });
  await phone.tap('search-here');
  expect(phone.text()).toContain('这一带还没有店');
  expect(markers()).toEqual([]);
  await phone.tap('blank-action');
  await phone.tap('town-liuxiang');
  expect(phone.text('near-title')).toBe('太原 · 柳巷的店');
});

test('offline, both map and list say so, and both come on a second try', async () => {
  phone.answers.location = onTheWay;
  phone.cloud.mishaps.callFunction = 'offline';
  await open();
  await until(() => phone.has('retry-map') && phone.text().includes('网络开小差了'));
  expect(phone.text('retry-map')).toContain('没加载出来');
  phone.cloud.mishaps.callFunction = 'none';
  await phone.tap('retry-map');
  await phone.tap('blank-action');
  expect(phone.has('retry-map')).toBe(false);
  expect(shopMarkers().length).toBeGreaterThan(0);
  expect(phone.text()).toContain('营业');
});

test('a favourite is kept on the phone, taken back, and found again', async () => {
  phone.answers.location = onTheWay;
  await open();
  const [nearest] = await nearestShops(1);
  await phone.tap(`card-${nearest?.shopId}`);
  await phone.tap('shop-favourite');
  expect(phone.text()).toContain('只保存在这部手机上');
  await phone.tap('snack-action');
  await phone.tap('near-filter-favourites');
  expect(phone.text()).toContain('还没有收藏的店');
  await phone.tap('near-filter-favourites');
  await phone.tap(`card-${nearest?.shopId}`);
  await phone.tap('shop-favourite');
  await phone.tap('near-filter-favourites');
  expect(phone.text('near-title')).toBe('我收藏的店');
  expect(phone.has(`card-${nearest?.shopId}`)).toBe(true);
});

test('from the sign of a shop one comes to its place on the map', async () => {
  await phone.launch(shoppers[0].openId, 'packages/nearby/shop/index?shopId=commute-300');
  await phone.tap('shop-on-map');
  expect(phone.routes.at(-1)).toBe(page);
  const { place, name } = await theShop('commute-300');
  expect((await phone.mapArrives('nearby-map')).longitude).toBeCloseTo(place.longitude, 4);
  expect(phone.text('near-title')).toBe(`${name}附近`);
  expect(phone.text('near-commute-300')).toContain('去这里');
});

interface DrawnMarker {
  id: number;
  longitude: number;
  width: number;
  iconPath: string;
}

async function open(): Promise<void> {
  await phone.launch(shoppers[0].openId, page);
  await phone.mapArrives('nearby-map');
}

/** What the map draws; what it draws of single shops. */
const markers = () => phone.attribute('nearby-map', 'markers') as DrawnMarker[];
const shopMarkers = () => markers().filter(({ width }) => width === 34 || width === 44);

/** The shops that the page lists first. */
async function nearestShops(count: number) {
  const shopper = await storefront.as(shoppers[0]);
  const at = { longitude: 112.55, latitude: 37.86 };
  const { shops } = await shopper.ask('shop.findNearbyShops', { at, radius: 50_000 });
  return shops.slice(0, count);
}

async function theShop(shopId: string) {
  const shopper = await storefront.as(shoppers[0]);
  return (await shopper.ask('shop.getShopHome', { shopId })).shop;
}

/** A finger pulls the sheet down so many px. */
async function pullSheet(down: number): Promise<void> {
  await phone.touch('sheet-head', [400, 400], [400, 400 + down]);
}

const swipe = (id: string, sideways: number) => phone.touch(id, [200, 700], [200 + sideways, 700]);
