import collections from '../cloudfunctions/collections.json';
import { cellOf } from '../cloudfunctions/shop/cellGrid';
import { cellsOf } from '../cloudfunctions/shop/cellsOf';
import { onMap } from '../cloudfunctions/shop/onMap';
import type { ShopRecord } from '../cloudfunctions/shop/shops';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { idKeyOf } from '../emulator/database/storage/Collection';
import { declareIndexes } from '../emulator/database/storage/declareIndexes';
import { Store } from '../emulator/database/storage/Store';
import type { Document } from '../emulator/database/values';
import { everyDay } from '../shared/shop/openingHours';
import { trades } from '../shared/shop/trades';
import { type Random, seededRandom } from '../test/support/world/random';

/** The middle of the square of about 100 km that the shops are in. */
const middle = [112.5, 37.5] as const;

type Place = [longitude: number, latitude: number];

/** Half of the shops lie anywhere in the square, half in 200 towns. The same for every run. */
export function shopPlaces(count: number): Place[] {
  const random = seededRandom(count);
  const towns = Array.from({ length: 200 }, () => anywhere(random));
  return Array.from({ length: count }, (_none, index): Place => {
    if (index % 2 === 0) return anywhere(random);
    const [longitude, latitude] = random.pick(towns);
    return rounded([longitude + random.normal() * 0.01, latitude + random.normal() * 0.008]);
  });
}

/** Somewhere in the square. */
export const anywhere = (random: Random): Place =>
  rounded([middle[0] + random.next() - 0.5, middle[1] + random.next() - 0.5]);

const rounded = ([longitude, latitude]: Place): Place => [
  Math.round(longitude * 1e6) / 1e6,
  Math.round(latitude * 1e6) / 1e6,
];

/** Fills a data folder with shops and their cells directly, without HTTP, which would take hours for a million. */
export async function seedShops(dataDir: string, places: readonly Place[]): Promise<void> {
  const store = new Store(dataDir);
  declareIndexes(store, collections as CollectionDeclarations);
  await fill(store, 'shops', places.length, (number) => shopAt(number, places[number] ?? [0, 0]));
  const onTheMap = places.map((place, number) => onMap(shopAt(number, place)));
  for (const level of cellsOf(onTheMap, 0)) await fill(store, 'shopCells', level.length, (number) => level[number]);
  store.close();
}

const hours = everyDay('08:30', '21:00');

/** The shop of this number. */
export function shopAt(number: number, place: Place): ShopRecord {
  return {
    _id: `shop-${number}`,
    name: `王记面馆 ${number} 店`,
    trade: trades[number % trades.length] ?? 'tea',
    slogan: '现削现煮',
    notice: '',
    logo: 'cloud://meidian.6c6f-meidian-1250000000/logos/1f35c.webp',
    address: `太原市五一路 ${number} 号`,
    location: { type: 'Point', coordinates: place },
    cell: cellOf(place),
    openingHours: hours,
    freight: { rules: [], unreachable: [] },
    pickup: true,
    categories: [],
  };
}

async function fill(
  store: Store,
  name: string,
  count: number,
  make: (number: number) => object | undefined,
): Promise<void> {
  const collection = store.collection(name);
  for (let from = 0; from < count; from += 5_000) {
    const documents = Array.from(
      { length: Math.min(5_000, count - from) },
      (_, index) => make(from + index) as Document,
    );
    await store.apply(documents.map((document) => ({ collection, key: idKeyOf(document._id), document })));
  }
}
