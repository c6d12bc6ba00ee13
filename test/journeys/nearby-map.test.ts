import { cellsOf } from '../../cloudfunctions/shop/cellsOf';
import { onMap } from '../../cloudfunctions/shop/onMap';
import type { CellRecord } from '../../cloudfunctions/shop/shopCells';
import { isWithin } from '../../shared/kernel/geo';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { buildWorld } from '../support/world/buildWorld';
import { sellers, shoppers } from '../support/world/people';
import { commutePlaces } from '../support/world/places';
import { seededRandom } from '../support/world/random';
import { moved, shopAt } from './nearbyWorlds';

let storefront: Storefront;
let ann: Caller;
let owner: Caller;
let neighbour: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [ann, owner, neighbour] = await Promise.all([
    storefront.as(shoppers[0]),
    storefront.as(sellers.owner),
    storefront.as(sellers.neighbour),
  ]);
});
afterAll(() => storefront.close());

const collection = (name: string) => storefront.cloudbase.database().collection(name);

async function readAll<Stored extends { _id: string }>(name: string): Promise<Stored[]> {
  const { command } = storefront.cloudbase.database();
  const all: Stored[] = [];
  for (let full = true; full; ) {
    const { data } = await collection(name)
      .where({ _id: command.gt(all.at(-1)?._id ?? '') })
      .orderBy('_id', 'asc')
      .limit(1_000)
      .get();
    all.push(...(data as Stored[]));
    full = data.length === 1_000;
  }
  return all;
}

/** The cells that hold a shop, without what differs with the history, by id. */
const contents = (cells: readonly CellRecord[]) =>
  Object.fromEntries(
    cells
      .filter(({ count }) => count > 0)
      .map(({ _id, count, sum, trades, shops }) => [_id, { count, sum, trades, shops }])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

/** Every cell is what the shops, as they are now, make of it. */
async function expectCellsCount(): Promise<void> {
  type Stored = { _id: string; name: string; trade: 'tea'; location: { longitude: number; latitude: number } };
  const shops = (await readAll<Stored>('shops')).map(({ location, ...shop }) =>
    onMap({ ...shop, location: { type: 'Point', coordinates: [location.longitude, location.latitude] } }),
  );
  expect(contents(await readAll<CellRecord>('shopCells'))).toEqual(contents([...cellsOf(shops, 0)].flat()));
}

const view = (longitude: number, latitude: number, size: number) => ({
  west: moved([longitude, latitude], -size / 2, 0)[0],
  east: moved([longitude, latitude], size / 2, 0)[0],
  south: Math.max(-90, latitude - size / 2),
  north: Math.min(90, latitude + size / 2),
});

test('at every zoom the map answers at most 100 features in 30 KB, and loses no shop on the way in', async () => {
  const everywhere = await ann.ask('shop.countShopsInView', { view: { west: -180, south: -90, east: 180, north: 90 } });
  expect(everywhere.total).toBe(2_602);
  for (let size = 100; size > 0.0004; size /= 1.7) {
    const area = view(112.5567, 37.8706, size);
    const answer = await ann.ask('shop.countShopsInView', { view: area });
    const inside = buildWorld(0, (file) => `cloud://meidian/${file}`).records.shops?.filter((shop) =>
      isWithin((shop as unknown as { location: { coordinates: [number, number] } }).location.coordinates, area),
    );
    expect(answer.total).toBeGreaterThanOrEqual(inside?.length ?? 0);
    expect(answer.shops.length + answer.clusters.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(answer).length).toBeLessThanOrEqual(30_000);
    expect(answer.shops.every(({ place }) => isWithin([place.longitude, place.latitude], area))).toBe(true);
    if (answer.clusters.length === 0) expect(answer.shops).toHaveLength(inside?.length ?? 0);
  }
});

test('a shop that moves is on the map where it is, whoever moves beside it; every cell counts what is there', async () => {
  const shop = { shopId: 'jinmei', address: '太原市迎泽区柳巷 90 号' };
  const elsewhere = [112.557, 179.9999, -179.9999, 112.56].map((longitude) => ({ longitude, latitude: 37.87 }));
  for (const place of elsewhere) {
    await Promise.all([
      owner.ask('shop.placeShop', { ...shop, place }),
      neighbour.ask('shop.placeShop', { shopId: 'fenhe', place, address: '太原市府东街 21 号' }),
    ]);
    const near = await ann.ask('shop.findNearbyShops', { at: place, radius: 10 });
    expect(near.shops.map(({ shopId, metres }) => [shopId, metres])).toEqual(
      expect.arrayContaining([
        ['fenhe', 0],
        ['jinmei', 0],
      ]),
    );
    const seen = await ann.ask('shop.countShopsInView', { view: view(place.longitude, place.latitude, 0.001) });
    expect(seen.shops.map(({ shopId }) => shopId)).toEqual(expect.arrayContaining(['fenhe', 'jinmei']));
  }
  await expectCellsCount();
});

test('eight moves of one shop at once leave it in one place, counted once', async () => {
  const commute = commutePlaces();
  const moves = Array.from({ length: 8 }, (_none, index) => {
    const [longitude, latitude] = commute[index * 73] ?? [112, 37];
    return owner.ask('shop.placeShop', { shopId: 'jinmei', place: { longitude, latitude }, address: '路上' });
  });
  await Promise.all(moves);
  await expectCellsCount();
  const { data } = await collection('shops').doc('jinmei').get();
  expect(data[0].recount).toBeUndefined();
});

test('what a mover that died left undone, and cells that something damaged, are made good by the clock', async () => {
  const { command } = storefront.cloudbase.database();
  // The update of the record is done, the cells are not: the process died in between.
  const { data } = await collection('shops').doc('fenhe').get();
  const left = shopAt([100, 20], 'fenhe', seededRandom(1));
  await collection('shops')
    .doc('fenhe')
    .update({
      location: command.set(left.location),
      cell: left.cell,
      recount: { cells: [data[0].cell, left.cell], key: 'died', since: Date.now() },
    });
  await expect(expectCellsCount()).rejects.toThrow();
  await storefront.advance(61_000);
  await storefront.tick();
  await expectCellsCount();
  expect((await collection('shops').doc('fenhe').get()).data[0].recount).toBeUndefined();

  const { data: oldest } = await collection('shopCells').orderBy('countedAt', 'asc').limit(1).get();
  await collection('shopCells').doc(oldest[0]._id).update({ count: 4_711 });
  await storefront.tick('upkeep');
  await expectCellsCount();
});

test('the command makes all cells anew, where there are none and where there are wrong ones', async () => {
  const { command } = storefront.cloudbase.database();
  const { rebuildCells } = await import('../../cloudfunctions/shop/rebuildCells');
  // A small world, for every cell costs two requests.
  const most = command.gt('around-0060').and(command.lt('commute-580'));
  await collection('shops').where({ _id: most }).remove();
  await collection('shopCells')
    .where({ _id: command.gt('12-') })
    .remove();
  await collection('shopCells').where({}).update({ count: 1 });
  await expect(expectCellsCount()).rejects.toThrow();
  expect(await rebuildCells(Date.now())).toBeGreaterThan(50);
  await expectCellsCount();
});

test('only its owner places a shop; places off the globe are refused by name', async () => {
  const place = { longitude: 112, latitude: 37 };
  const input = { shopId: 'jinmei', place, address: '某路' };
  expect(await neighbour.call('shop.placeShop', input)).toEqual({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
  const refused = async (name: string, wrong: object) => await ann.send('shop', { operation: name, input: wrong });
  const invalid = (field: string) => ({ ok: false, refusal: { code: 'INVALID_INPUT', field } });
  const at = { longitude: 112, latitude: 37 };
  expect(await refused('findNearbyShops', { at: { ...at, longitude: 180.1 } })).toEqual(invalid('at.longitude'));
  expect(await refused('findNearbyShops', { at: { ...at, latitude: -90.1 } })).toEqual(invalid('at.latitude'));
  expect(await refused('findNearbyShops', { at, radius: 50_001 })).toEqual(invalid('radius'));
  expect(await refused('findNearbyShops', { at, after: '181~37~5~x' })).toEqual(invalid('after'));
  const upsideDown = { west: 1, east: 2, south: 3, north: 2 };
  expect(await refused('countShopsInView', { view: upsideDown })).toEqual(invalid('view'));
});

test('a shop that delivers is priced by the distance to the address', async () => {
  const [longitude, latitude] = [112.5567, 37.8706];
  await owner.ask('shop.placeShop', { shopId: 'jinmei', place: { longitude, latitude }, address: '柳巷 88 号' });
  const addressId = 'near-the-shop';
  const address = { addressId, name: '安然', phone: '13800000000', detail: '柳巷 1 号', isDefault: false };
  const region: [string, string, string] = ['山西省', '太原市', '迎泽区'];
  await ann.ask('order.saveAddress', { ...address, region, location: [longitude, latitude + 0.01] });
  const lines = [{ skuId: 'vinegar-8y-1', quantity: 1 }];
  const { baskets } = await ann.ask('order.previewCheckout', {
    baskets: [{ shopId: 'jinmei', lines, way: 'local' }],
    addressId,
  });
  expect(baskets[0]?.price).toMatchObject({ freight: 300 });
});
