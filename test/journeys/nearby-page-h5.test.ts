import type { Browser, Page } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { launchChromium } from '../support/browser/launchChromium';
import { type Look, openPhone, type Phone, usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';

/** What a browser in the middle of Taiyuan measures (WGS-84), near the commute. */
const inTheCity = { longitude: 112.5495, latitude: 37.8695 };
/** A point of the map that nothing lies over, in px. */
const middle = { x: 195, y: 290 };

let storefront: Storefront;
let browser: Browser;
let phone: Phone;
let page: Page;
/** The areas that the map asked for, as far as they were answered. */
let areas: Area[];

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});
afterEach(() => phone.close());

test('fingers on the map: drag, wheel, pinch, a cluster, a shop, its home', async () => {
  await open();
  const first = lastArea();
  await drag(-170, 120);
  await page.locator('#search-here').waitFor();
  await drag(-170, 0);
  await until(() => lastArea().west > first.west);
  await page.locator('#search-here').tap();
  await says('near-title', '这一带的店');
  // A new list whose shops are beside the map moves it first.
  await inSight('.map-pin, .map-cluster');
  await atRest();

  await wheel(500);
  await until(() => widthOf(lastArea()) > 2 * widthOf(first));
  await atRest();
  const wheeled = lastArea();
  await pinch(200, 60);
  await until(() => widthOf(lastArea()) > 2 * widthOf(wheeled));
  await atRest();
  const wide = lastArea();
  await page.mouse.click(...(await inSight('.map-cluster')));
  await until(() => widthOf(lastArea()) < widthOf(wide) / 2);

  await page.locator('#locate-me').tap();
  await says('near-title', '我附近的店');
  await page.mouse.click(...(await inSight('.map-pin')));
  await page.locator('.map-pin--on').waitFor();
  const name = await page.locator('.map-pin--on .map-pin__name').innerText();
  const chosen = page.locator('.near-card--on');
  await until(async () => (await chosen.innerText()).includes(name));
  await until(async () => isInside(await chosen.boundingBox(), await page.locator('.bottom-sheet').boundingBox()));
  await keepScreenshot(page, 'nearby-shop');

  await page.locator('#shop-visit').tap();
  await page.locator('.shop-sign__name:visible', { hasText: name }).waitFor();
});

test('the sheet follows the finger; at its lowest, a swipe goes from card to card and the map with it', async () => {
  await open();
  await page.locator('#near-title').waitFor();
  await slide([195, 530], [195, 760]);
  await page.locator('#near-peek').waitFor();
  await keepScreenshot(page, 'nearby-peek');
  const before = await page.locator('#near-peek .near-card__name').innerText();
  await slide([300, 740], [100, 745]);
  await until(async () => (await page.locator('#near-peek .near-card__name').innerText()) !== before);
  await page.locator('.map-pin--on').waitFor();
  await page.locator('#sheet-handle').tap();
  await page.locator('#nearby-list').waitFor();
});

test.each(['light', 'dark'] as const)('four zooms, %s: street, quarter, town, region', async (colorScheme) => {
  await open({ ...usualLook, colorScheme });
  const name = (zoom: string) => `nearby-${zoom}${colorScheme === 'dark' ? '-dark' : ''}`;
  await keepScreenshot(page, name('street'));
  for (const [zoom, by] of [
    ['quarter', 220],
    ['town', 420],
    ['region', 800],
  ] as const) {
    const asked = areas.length;
    await wheel(by);
    await until(() => areas.length > asked);
    await keepScreenshot(page, name(zoom));
  }
});

test('without a place it says why, shows the middle of town, and goes where one picks', async () => {
  await open(usualLook, []);
  await says('place-notice', /没有位置权限/);
  await says('near-title', '太原·柳巷的店');
  await keepScreenshot(page, 'nearby-denied');
  await page.locator('#pick-town').tap();
  await keepScreenshot(page, 'nearby-towns');
  await page.locator('#town-yangqu').tap();
  await says('near-title', '阳曲的店');
});

test('filters: only what is open, one trade, favourites; nothing found is a way on', async () => {
  await open();
  await page.locator('#near-filter-noodles').tap();
  await until(async () => (await page.locator('.near-card__fact').allInnerTexts()).every((fact) => /^面馆/.test(fact)));
  await inSight('.map-pin, .map-cluster');
  await keepScreenshot(page, 'nearby-noodles');
  await page.locator('#near-filter-favourites').tap();
  await page.getByText('还没有收藏的店').waitFor();
  await keepScreenshot(page, 'nearby-no-favourites');
});

test('an owner drags the map under the pin, and the shop is there', async () => {
  await open(usualLook, [], 'packages/seller/place/index?shopId=jinmei', sellers.owner.openId);
  await page.locator('#place-preview').waitFor();
  await keepScreenshot(page, 'seller-place');
  await drag(-60, 0);
  await page.locator('#delivery-5000').tap();
  await page.locator('#save-place').tap();
  await page.getByText('已保存').waitFor();
  const shopper = await storefront.as(shoppers[0]);
  const { shop } = await shopper.ask('shop.getShopHome', { shopId: 'jinmei' });
  // 60 px at zoom 17.
  expect(shop.place.longitude).toBeCloseTo(112.5567 + (60 * 360) / (256 * 2 ** 17), 4);
});

async function open(
  look: Look = usualLook,
  permissions = ['geolocation'],
  address = 'packages/nearby/map/index',
  openId = shoppers[0].openId,
): Promise<void> {
  phone = await openPhone(browser, look);
  page = phone.page;
  keepAreas();
  await page.context().grantPermissions(permissions);
  await page.context().setGeolocation(inTheCity);
  const { url } = storefront.emulator;
  await page.request.post(`${url}/_emulator/actAs`, { data: { openId } });
  await page.goto(`${url}/#/${address}`);
  if (!address.startsWith('packages/nearby')) return;
  await page.locator('.near-card').first().waitFor();
  await until(async () => areas.length > 0 && (await drawn()) !== '');
}

interface Area {
  west: number;
  east: number;
}

const widthOf = ({ west, east }: Area): number => east - west;

/** The area that the map asked for last. */
function lastArea(): Area {
  const area = areas.at(-1);
  if (!area) throw new Error('the map asked for nothing yet');
  return area;
}

function keepAreas(): void {
  areas = [];
  page.on('requestfinished', (request) => {
    const { operation, input } = (request.postDataJSON() ?? {}) as { operation?: string; input?: { view: Area } };
    if (operation === 'countShopsInView' && input) areas.push(input.view);
  });
}

/** What the map draws, by the ids of shops and cells. */
const drawn = async (): Promise<string> =>
  (await page.locator('[data-marker]').evaluateAll((markers) => markers.map((each) => each.dataset.marker))).join();

/** Resolves when the map asks for nothing and draws nothing new for a dozen frames, longer than it waits to ask. */
async function atRest(): Promise<void> {
  let before = '';
  await until(async () => {
    const now = `${areas.length} ${await drawn()}`;
    const rests = now === before;
    before = now;
    await page.evaluate(dozenFrames);
    return rests;
  });
}

/** Runs in the page. */
const dozenFrames = () =>
  new Promise<void>((resolve) => {
    let left = 12;
    const next = () => {
      left -= 1;
      if (left === 0) resolve();
      else requestAnimationFrame(next);
    };
    next();
  });

async function drag(x: number, y: number): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + x, middle.y + y, { steps: 6 });
  await page.mouse.up();
}

async function wheel(by: number): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, by);
}

type Spot = readonly [x: number, y: number];

/** A real finger, from one point of the screen to another. */
const slide = (from: Spot, to: Spot): Promise<void> => touch([[from, to]]);

/** Two real fingers, side by side on the map: as many px apart at first, and as many in the end. */
function pinch(from: number, to: number): Promise<void> {
  const beside = (px: number): Spot => [middle.x + px / 2, middle.y];
  return touch([
    [beside(-from), beside(-to)],
    [beside(from), beside(to)],
  ]);
}

/** Fingers that touch the screen together, go their ways in a few steps, and leave it. */
async function touch(fingers: readonly (readonly [from: Spot, to: Spot])[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number; id: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const at = (share: number) =>
    fingers.map(([from, to], id) => ({
      id,
      x: from[0] + (to[0] - from[0]) * share,
      y: from[1] + (to[1] - from[1]) * share,
    }));
  await send('touchStart', at(0));
  for (const share of [0.25, 0.5, 0.75, 1]) await send('touchMove', at(share));
  await send('touchEnd', []);
}

/** The middle of one of these that can be touched, neither beside the map nor below a bar; waits until there is one. */
async function inSight(selector: string): Promise<[number, number]> {
  let found: [number, number] | undefined;
  await until(async () => {
    found = middles(await page.locator(selector).evaluateAll(boxesOf)).find(isTouchable);
    return found !== undefined;
  });
  if (!found) throw new Error(`no ${selector} is in sight`);
  return found;
}

/** Runs in the page. */
const boxesOf = (elements: Element[]) =>
  elements.map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return { x, y, width, height };
  });

const middles = (boxes: readonly { x: number; y: number; width: number; height: number }[]) =>
  boxes.map(({ x, y, width, height }): [number, number] => [x + width / 2, y + height / 2]);

const isTouchable = ([x, y]: readonly [number, number]): boolean => x > 20 && x < 320 && y > 160 && y < 440;

interface Box {
  y: number;
  height: number;
}

const isInside = (inner: Box | null, outer: Box | null): boolean =>
  inner !== null && outer !== null && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;

async function says(id: string, words: string | RegExp): Promise<void> {
  await until(async () => {
    const text = (await page.locator(`#${id}:visible`).innerText()).replace(/\s+/g, '');
    return typeof words === 'string' ? text === words : words.test(text);
  });
}
