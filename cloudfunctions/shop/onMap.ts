import type { ShopOnMap } from './cellSummary';
import type { ShopRecord } from './shops';

/** A shop as the map's grid keeps it. */
export const onMap = ({
  _id: shopId,
  name,
  trade,
  location: { coordinates },
}: Pick<ShopRecord, '_id' | 'name' | 'trade' | 'location'>): ShopOnMap => ({
  shopId,
  name,
  trade,
  longitude: coordinates[0],
  latitude: coordinates[1],
});
