import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ShopRecord } from '../../cloudfunctions/shop/shops';
import { paths } from '../../scripts/paths';
import { distanceMetres } from '../../shared/kernel/geo';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { buildWorld } from '../support/world/buildWorld';
import { shoppers } from '../support/world/people';
import { commutePlaces } from '../support/world/places';
import { drawCommute } from './nearbyPicture';

const radius = 1_000;
const picture = path.join(paths.root, 'docs/commute.svg');

let storefront: Storefront;
let ann: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  ann = await storefront.as(shoppers[0]);
});
afterAll(() => storefront.close());

const shops = buildWorld(0, (file) => `cloud://meidian/${file}`).records.shops as ShopRecord[];

test('on 600 stops of the commute, the twenty nearest are those of brute force', async () => {
  const stops: { place: readonly [number, number]; within: number }[] = [];
  for (const place of commutePlaces()) {
    const [longitude, latitude] = place;
    const { shops: found } = await ann.ask('shop.findNearbyShops', { at: { longitude, latitude }, radius });
    const all = shops
      .map((shop) => ({ shopId: shop._id, metres: Math.round(distanceMetres(place, shop.location.coordinates)) }))
      .filter(({ metres }) => metres <= radius)
      .sort((a, b) => a.metres - b.metres || (a.shopId < b.shopId ? -1 : 1));
    expect(found.map(({ shopId, metres }) => ({ shopId, metres }))).toEqual(all.slice(0, 20));
    stops.push({ place, within: all.length });
  }
  const drawn = drawCommute(stops, shops);
  if (process.env.UPDATE_PICTURES) writeFileSync(picture, drawn);
  expect(readFileSync(picture, 'utf8')).toBe(drawn);
}, 120_000);

test('on the way, a list goes on as the one of its beginning: no shop twice, none left out', async () => {
  const commute = commutePlaces();
  const [longitude, latitude] = commute[200] ?? [0, 0];
  const beginning = { longitude, latitude };
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 50 && (page === 0 || after !== undefined); page += 1) {
    // Every page is asked for three stops further south.
    const [east, north] = commute[200 + page * 3] ?? [0, 0];
    const at = page === 0 ? beginning : { longitude: east, latitude: north };
    const answer = await ann.ask('shop.findNearbyShops', { at, radius: 3_000, ...(after !== undefined && { after }) });
    seen.push(...answer.shops.map(({ shopId }) => shopId));
    after = answer.next;
  }
  const all = shops.filter(
    (shop) => Math.round(distanceMetres([longitude, latitude], shop.location.coordinates)) <= 3_000,
  );
  expect(seen).toHaveLength(all.length);
  expect(new Set(seen)).toEqual(new Set(all.map(({ _id }) => _id)));
});
