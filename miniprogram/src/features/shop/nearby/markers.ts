import type { Place } from '@shared/kernel/geo';
import type { Trade } from '@shared/shop/trades';
import { gathered } from './gathered';
import type { Features } from './InViewLoader';
import { namesThatFit } from './namesThatFit';
import type { ShopOnMap } from './ShopOnMap';

/** A shop on the map. Its name stands beside it where there is room. */
export interface ShopMarker {
  kind: 'shop';
  id: string;
  place: Place;
  name: string;
  trade: Trade;
  chosen: boolean;
  named: boolean;
}

/** Many shops in one sign. */
export interface ClusterMarker {
  kind: 'cluster';
  id: string;
  place: Place;
  count: number;
}

/** What a map draws. */
export type MapMarker = ShopMarker | ClusterMarker;

/** A map with more than this is neither quick nor readable. */
const mostMarkers = 100;

/** What there is to draw. */
interface Drawable {
  features: Features | undefined;
  /** The shops of the list, the nearest first. */
  listed: ShopOnMap[];
  /** The list is a choice of shops (a filter, favourites), so clusters of all shops would say something else. */
  onlyListed: boolean;
  chosen: ShopOnMap | undefined;
  zoom: number;
}

/** The markers of a map, at most 100, none hiding another; the chosen shop is always one of them, by itself. */
export function markersOf({ features, listed, onlyListed, chosen, zoom }: Drawable): MapMarker[] {
  const { shops, clusters } = onlyListed ? { shops: listed, clusters: [] } : (features ?? { shops: [], clusters: [] });
  const others = shops.filter(({ shopId }) => shopId !== chosen?.shopId);
  const signs = gathered({ shops: others, clusters }, zoom).slice(0, mostMarkers - 1);
  const alone = [...(chosen ? [chosen] : []), ...signs.flatMap(({ shop }) => shop ?? [])];
  const named = namesThatFit(alone, zoom);
  return [
    ...alone.map(
      ({ shopId, place, name, trade }): ShopMarker => ({
        kind: 'shop',
        id: shopId,
        place: placeOf(place),
        name,
        trade,
        chosen: shopId === chosen?.shopId,
        named: named.has(shopId),
      }),
    ),
    ...signs
      .filter(({ shop }) => !shop)
      .map(({ id, place, count }): ClusterMarker => ({ kind: 'cluster', id, place: placeOf(place), count })),
  ];
}

/** A place as our rules have it, from what the contract has. */
export const placeOf = ({ longitude, latitude }: { longitude: number; latitude: number }): Place => [
  longitude,
  latitude,
];

/** A number of shops in at most four signs: `87`, `1234`, `1.2万`, `36万`. */
export function countText(count: number): string {
  if (count < 10_000) return String(count);
  const tenThousands = count / 10_000;
  return `${tenThousands < 10 ? tenThousands.toFixed(1) : Math.round(tenThousands)}万`;
}
