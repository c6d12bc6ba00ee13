import type { CollectionDeclarations } from '../emulator/database/declarations';
import { idKeyOf } from '../emulator/database/storage/Collection';
import { declareIndexes } from '../emulator/database/storage/declareIndexes';
import { Store } from '../emulator/database/storage/Store';
import type { Document } from '../emulator/database/values';

/** 20 of each of 500 shops. */
export const itemCount = 10_000;

/** What the emulator is measured on. */
export const declarations: CollectionDeclarations = {
  collections: {
    items: { indexes: [{ name: 'shop-rank', fields: { shopId: 1, rank: -1 } }] },
    added: { indexes: [{ name: 'shop-rank', fields: { shopId: 1, rank: -1 } }] },
    ...Object.fromEntries(
      [10_000, 100_000, 1_000_000].map((count) => [
        placesName(count),
        { indexes: [{ name: 'at', fields: { at: '2dsphere' as const } }] },
      ]),
    ),
  },
};

/** The collection that holds so many places. */
export function placesName(count: number): string {
  return `places_${count}`;
}

/** Fills a data folder directly, without HTTP, which would take an hour for a million places. */
export async function seedItems(dataDir: string, placeCounts: readonly number[]): Promise<void> {
  const store = new Store(dataDir);
  declareIndexes(store, declarations);
  await fill(store, 'items', itemCount, itemOf);
  for (const count of placeCounts) await fill(store, placesName(count), count, placeOf);
  store.close();
}

/** A product of about 600 bytes. */
export function itemOf(number: number): Document {
  const title = `第 ${number} 件 · 沁州黄小米`;
  const shopId = `shop-${number % 500}`;
  return { _id: `item-${number}`, shopId, rank: number, left: 1e9, title, price: 2980, text: 'x'.repeat(400) };
}

/** Somewhere in a square of about 100 km. */
export function anywhere(): [number, number] {
  return [112 + Math.random(), 37 + Math.random()];
}

function placeOf(number: number): Document {
  return { _id: `place-${number}`, name: `店 ${number}`, at: { type: 'Point', coordinates: anywhere() } };
}

async function fill(store: Store, name: string, count: number, make: (number: number) => Document): Promise<void> {
  const collection = store.collection(name);
  for (let from = 0; from < count; from += 5_000) {
    const documents = Array.from({ length: Math.min(5_000, count - from) }, (_, i) => make(from + i));
    await store.apply(documents.map((document) => ({ collection, key: idKeyOf(document._id), document })));
  }
}
