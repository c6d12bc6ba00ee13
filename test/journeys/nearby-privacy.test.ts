import { openStorefront, type Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';

let storefront: Storefront;

beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

/** Nowhere near any shop, and nothing else has these digits. */
const somewhere = { longitude: 111.135791, latitude: 36.246813 };
const digits = /111\.13579|36\.24681/;

test('where a person is goes into no log, no record of a call, and no collection', async () => {
  const shopper = await storefront.as(shoppers[0]);
  await shopper.ask('shop.findNearbyShops', { at: somewhere, radius: 50_000 });
  const { longitude: west, latitude: south } = somewhere;
  await shopper.ask('shop.countShopsInView', { view: { west, south, east: west + 0.01, north: south + 0.01 } });
  await shopper.send('shop', { operation: 'findNearbyShops', input: { at: { ...somewhere, latitude: 'x' } } });

  const log = await read('/_emulator/log');
  // The log is the one in which a coordinate would be found.
  expect(log).toContain('shop.findNearbyShops');
  expect(log).not.toMatch(digits);
  expect(await read('/_emulator/calls')).not.toMatch(digits);
  const db = storefront.cloudbase.database();
  for (const name of ['shops', 'shopCells', 'carts', 'orders']) {
    const { data } = await db.collection(name).limit(1_000).get();
    expect(JSON.stringify(data)).not.toMatch(digits);
  }
});

test('the test would find a coordinate that is kept', () => {
  expect(JSON.stringify(somewhere)).toMatch(digits);
});

const read = async (path: string): Promise<string> => (await fetch(`${storefront.emulator.url}${path}`)).text();
