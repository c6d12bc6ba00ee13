/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { paths } from '../../scripts/paths';
import { WeappHost } from '../engines/WeappHost';
import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';

/** What one update of the map may send to the view, in bytes; what a map may draw. */
const mostBytes = 20_000;
const mostMarkers = 100;
/** In the middle of the demo's city; its tenth of a degree has the most shops. */
const city = { longitude: 112.55, latitude: 37.86 };

let storefront: Storefront;
let phone: WeappHost;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());
beforeEach(async () => {
  phone = new WeappHost({ dist: paths.weapp, url: storefront.emulator.url });
  phone.answers.location = city;
  await phone.launch(shoppers[0].openId, 'packages/nearby/map/index');
  await phone.mapArrives('nearby-map');
});

test('a pan inside the loaded area makes no call and sends no markers; one that leaves it makes one call', async () => {
  await phone.moveMap('nearby-map', { scale: 14 });
  const before = await calls();
  phone.sent.length = 0;
  await phone.moveMap('nearby-map', { longitude: city.longitude + 0.006, latitude: city.latitude + 0.004 });
  await phone.moveMap('nearby-map', { longitude: city.longitude - 0.006 });
  expect((await calls()).slice(before.length)).toEqual([]);
  expect(Math.max(0, ...phone.sent)).toBeLessThan(1_000);

  await phone.moveMap('nearby-map', { longitude: city.longitude + 0.06 });
  expect((await calls()).slice(before.length)).toEqual(['countShopsInView']);
  // Back again: what was loaded is still known.
  await phone.moveMap('nearby-map', { longitude: city.longitude });
  expect((await calls()).length).toBe(before.length + 1);
});

test('at every zoom, one update of the map is at most 20 KB and 100 markers', async () => {
  for (let scale = 5; scale <= 19; scale += 1) await expectWithinBudget({ scale });
});

test('with 100 000 shops in view, too: clusters with short numbers', async () => {
  const { command } = storefront.cloudbase.database();
  await storefront.cloudbase
    .database()
    .collection('shopCells')
    .where({ count: command.gt(0) })
    .update({ count: 12_345, shops: command.set([]) });
  for (const scale of [8, 11, 14, 17]) await expectWithinBudget({ ...city, longitude: city.longitude + 0.001, scale });
  await phone.moveMap('nearby-map', { scale: 11.5 });
  const labels = markers().map(({ label }) => label?.content ?? '');
  expect(labels.some((label) => /^\d+(\.\d)?万$/.test(label))).toBe(true);
});

async function expectWithinBudget(look: Parameters<WeappHost['moveMap']>[1]): Promise<void> {
  phone.sent.length = 0;
  await phone.moveMap('nearby-map', look);
  expect(Math.max(0, ...phone.sent)).toBeLessThanOrEqual(mostBytes);
  expect(markers().length).toBeLessThanOrEqual(mostMarkers);
}

const markers = () => phone.attribute('nearby-map', 'markers') as { label?: { content: string } }[];

/** The operations that were called so far, the oldest first. */
async function calls(): Promise<(string | undefined)[]> {
  const response = await fetch(`${storefront.emulator.url}/_emulator/calls`);
  const { calls: recent } = (await response.json()) as { calls: { operation?: string }[] };
  return recent.map(({ operation }) => operation).reverse();
}
