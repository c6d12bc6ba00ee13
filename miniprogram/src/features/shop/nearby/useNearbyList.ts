import { distanceMetres } from '@shared/kernel/geo';
import type { Trade } from '@shared/shop/trades';
import { useCall } from '@/platform/useCall';
import { usePages } from '@/platform/usePages';
import type { CardShop } from './CardShop';
import type { Favourite } from './favourites';
import { placeOf } from './markers';
import type { Origin } from './Origin';
import { useSameList } from './useSameList';

/** Which shops the list has; `favourites` goes before the others. */
export interface Filters {
  trade: Trade | undefined;
  openNow: boolean;
  delivers: boolean;
  favourites: boolean;
}

/** The shop that map and list point at. */
export interface Chosen {
  shopId: string;
  place: CardShop['place'];
}

/** The list looks as far as `findNearbyShops` may; it is read outwards, so that costs nothing. Metres. */
const radius = 50_000;

/**
 * The list beside the map: shops from `origin` outwards, page by page, or the favourites. A chosen shop that is not among
 * them is put on top, so that every marker has a card. Waits while `origin` is not known.
 */
export function useNearbyList(
  origin: Origin | undefined,
  { trade, openNow, delivers, favourites: onlyFavourites }: Filters,
  favourites: readonly Favourite[],
  chosen: Chosen | undefined,
) {
  const at = origin && { longitude: origin.place[0], latitude: origin.place[1] };
  const wanted = at && { at, radius, openNow, delivers, ...(trade && { trade }) };
  const found = usePages('shop.findNearbyShops', wanted && !onlyFavourites ? wanted : null);
  const listed = onlyFavourites ? nearestFirst(favourites, origin) : found.pages?.flatMap(({ shops }) => shops);

  const isAway = chosen && listed && !listed.some(({ shopId }) => shopId === chosen.shopId);
  const there = useCall('shop.findNearbyShops', isAway ? { at: chosen.place, radius: 1 } : null);
  const away = isAway ? there.data?.shops.find(({ shopId }) => shopId === chosen.shopId) : undefined;

  const cards = useSameList<CardShop>([...(away ? [away] : []), ...(listed ?? [])]);
  return {
    cards,
    chosenCard: cards.find(({ shopId }) => shopId === chosen?.shopId),
    /** Nothing to show yet, and nothing is wrong. */
    loading: !onlyFavourites && (!origin || found.loading),
    fault: onlyFavourites || found.pages ? undefined : found.fault,
    end: onlyFavourites ? ('end' as const) : found.end,
    loadMore: found.loadMore,
    refresh: found.refresh,
  };
}

function nearestFirst(favourites: readonly Favourite[], origin: Origin | undefined): readonly Favourite[] {
  if (!origin) return favourites;
  const metres = ({ place }: Favourite) => distanceMetres(origin.place, placeOf(place));
  return [...favourites].sort((a, b) => metres(a) - metres(b));
}
