import type { Place } from '../../shared/kernel/geo';
import { _, db } from '../_runtime/database';
import { shops } from './shops';

/** Notes that a shop has articles, so that it is found by those who look for some nearby. */
export async function noteTelling(shopId: string): Promise<void> {
  await shops()
    .where({ _id: shopId, tells: _.neq(true) })
    .update({ tells: true });
}

/** The shops nearest to a place, within `metres`, that have told something; at most `limit`, by id. */
export async function readTellingShops([longitude, latitude]: Place, metres: number, limit: number): Promise<string[]> {
  const { data } = await shops()
    .where({
      tells: true,
      location: _.geoNear({ geometry: new db.Geo.Point(longitude, latitude), maxDistance: metres, minDistance: 0 }),
    })
    .limit(limit)
    .field({ _id: true })
    .get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
}
