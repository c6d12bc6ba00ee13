import type { Place } from '../../shared/kernel/geo';
import { _, db } from '../_runtime/database';
import { shops } from './shops';

/** A shop that has published articles. `tellsAt`: none of them was published later (ms since 1970). */
export interface TellingShop {
  shopId: string;
  tellsAt: number;
}

/** Notes that a shop publishes an article now, before it does. */
export async function noteTelling(shopId: string, now: number): Promise<void> {
  await shops()
    .where({ _id: shopId })
    .update({ tellsAt: _.max(now) });
}

/** Those of these shops (at most 100) that have told something. */
export async function readTellingShops(shopIds: readonly string[]): Promise<TellingShop[]> {
  if (shopIds.length === 0) return [];
  const { data } = await shops()
    .where({ _id: _.in([...shopIds]), tellsAt: _.gt(0) })
    .limit(100)
    .field({ tellsAt: true })
    .get();
  return telling(data);
}

/** The shops nearest to a place, within `metres`, that have told something; at most `limit`. */
export async function readTellingNear(
  [longitude, latitude]: Place,
  metres: number,
  limit: number,
): Promise<TellingShop[]> {
  const { data } = await shops()
    .where({
      tellsAt: _.gt(0),
      location: _.geoNear({ geometry: new db.Geo.Point(longitude, latitude), maxDistance: metres, minDistance: 0 }),
    })
    .limit(limit)
    .field({ tellsAt: true })
    .get();
  return telling(data);
}

const telling = (data: readonly unknown[]): TellingShop[] =>
  (data as { _id: string; tellsAt: number }[]).map(({ _id: shopId, tellsAt }) => ({ shopId, tellsAt }));
