import { distanceMetres, isWithin, type Place } from '@shared/kernel/geo';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useShownAgain } from '@/platform/useShownAgain';
import type { MapView } from '@/platform/viewOfMap';
import type { SheetStop } from '@/ui/BottomSheet';
import type { CardShop } from './CardShop';
import type { Camera } from './MapViewProps';
import { type MapMarker, markersOf, placeOf } from './markers';
import type { Origin } from './Origin';
import { centreOf, widened } from './rectangle';
import { nearestTown, type Town, towns } from './towns';
import { useFavourites } from './useFavourites';
import { type MyPlace, useMyPlace } from './useMyPlace';
import { type Chosen, type Filters, useNearbyList } from './useNearbyList';
import { useShopsInView } from './useShopsInView';
import { useWalkedToday } from './useWalkedToday';
import { zoomToShow } from './zoomToShow';

/** How near the map comes: to a person, a town, a shop; and how much nearer for a cluster. */
const zooms = { me: 15.5, town: 14, shop: 16.5, cluster: 2, nearest: 18 };

const noFilters: Filters = { trade: undefined, openNow: false, delivers: false, favourites: false };

/** Map and list of nearby shops, in step. It begins at a shop if one is given, else where the person is. */
export function useNearbyMap(start: (Chosen & { name: string }) | undefined) {
  const [origin, setOrigin] = useState<Origin | undefined>(start && originAt(start));
  const [chosen, choose] = useState<Chosen | undefined>(start);
  const [filters, setFilters] = useState(noFilters);
  const [stop, setStop] = useState<SheetStop>('half');
  const map = useMap(start ? placeOf(start.place) : towns[0].place, start ? zooms.shop : zooms.town);
  const { favourites, ...keeping } = useFavourites();
  const list = useNearbyList(origin, filters, favourites, chosen);

  const begin = (next: Origin, zoom?: number) => {
    setOrigin(next);
    choose(undefined);
    if (zoom !== undefined) map.lookAt(next.place, zoom);
  };
  const beginAtTown = ({ name, place }: Town) => begin({ kind: 'town', name, place }, zooms.town);
  const locating = useLocating(start === undefined, origin?.kind === 'me' ? origin.place : undefined, {
    here: (place) => begin({ kind: 'me', name: '', place }, zooms.me),
    elsewhere: (town) => {
      // Whoever already looks around somewhere stays there.
      if (!origin) beginAtTown(town);
    },
  });

  useNearestInSight(map, list, origin, filters);
  const { mine } = locating;
  const passedToday = useWalkedToday(mine.state === 'here' ? mine.place : undefined, list.cards);

  const onlyListed = filters.trade !== undefined || filters.openNow || filters.delivers || filters.favourites;
  const markers = useMarkers(map, list, onlyListed);
  return {
    ...map,
    ...keeping,
    ...locating,
    markers,
    list,
    passedToday,
    origin,
    filters,
    setFilters: (change: Partial<Filters>) => {
      setFilters({ ...filters, ...change });
      choose(undefined);
    },
    noFilters: () => setFilters(noFilters),
    stop,
    setStop,
    /** The map left where the list begins. */
    movedAway:
      origin !== undefined && map.view !== undefined && !isWithin(origin.place, widened(map.view.bounds, -0.1)),
    searchHere: () => {
      if (map.view) begin({ kind: 'area', name: '', place: centreOf(map.view.bounds) });
    },
    beginAtTown,
    tapMarker: (marker: MapMarker) => {
      if (stop === 'full') setStop('half');
      const [longitude, latitude] = marker.place;
      if (marker.kind === 'shop') choose({ shopId: marker.id, place: { longitude, latitude } });
      else if (map.zoom < zooms.nearest) map.lookAt(marker.place, Math.min(zooms.nearest, map.zoom + zooms.cluster));
      // It does not come apart any more: the list names its shops.
      else begin({ kind: 'area', name: '', place: marker.place });
    },
    chooseCard: (shop: CardShop) => {
      choose({ shopId: shop.shopId, place: shop.place });
      map.lookAt(placeOf(shop.place), Math.max(map.zoom, zooms.me));
    },
  };
}

/** All that the page shows. */
export type NearbyMap = ReturnType<typeof useNearbyMap>;

const originAt = ({ name, place }: Chosen & { name: string }): Origin => ({
  kind: 'shop',
  name,
  place: placeOf(place),
});

/** The map itself: where it looks, what it shows, and the shops there. */
function useMap(centre: Place, firstZoom: number) {
  const [camera, setCamera] = useState<Camera>({ centre, zoom: firstZoom, serial: 0 });
  const [view, setView] = useState<MapView>();
  const { inView, loader } = useShopsInView();
  useShownAgain(async () => loader.refresh());
  const lookAt = useCallback(
    (place: Place, zoom: number) => setCamera(({ serial }) => ({ centre: place, zoom, serial: serial + 1 })),
    [],
  );
  return {
    camera,
    view,
    zoom: view?.zoom ?? camera.zoom,
    inView,
    retryMap: () => loader.refresh(),
    lookAt,
    onViewed: (next: MapView) => {
      setView(next);
      loader.look(next.bounds);
    },
  };
}

/** A person who comes back to the page and is less far than this, in metres, is where they were. */
const samePlace = 50;

/**
 * Where the person is; `here` hears of it if the map is to go there, `elsewhere` of the town to look at instead. Whoever
 * comes back to the page after the list began at their place (`around`) is asked for again, and followed if they moved on.
 */
function useLocating(
  goThere: boolean,
  around: Place | undefined,
  { here, elsewhere }: { here(place: Place): void; elsewhere(town: Town): void },
) {
  const [far, setFar] = useState<{ town: Town; metres: number }>();
  const wanted = useRef(goThere);
  const { mine, ask } = useMyPlace((found: Exclude<MyPlace, { state: 'locating' }>) => {
    const nearest = found.state === 'here' ? nearestTown(found.place) : undefined;
    setFar(nearest?.isFar ? nearest : undefined);
    if (!wanted.current) return;
    wanted.current = false;
    if (found.state === 'here' && !nearest?.isFar) here(found.place);
    else elsewhere(nearest?.town ?? towns[0]);
  });
  useShownAgain(async () => {
    if (!around) return;
    const now = await ask();
    if (now && distanceMetres(around, now) > samePlace) here(now);
  });
  const locateMe = () => {
    wanted.current = true;
    void ask();
  };
  return { mine, far, locateMe };
}

/** So many of the list are to be on the map when it begins. */
const inSight = 3;

/** A new list whose nearest shop is beside the map opens the map so far that its first shops are on it. */
function useNearestInSight(
  { view, lookAt }: ReturnType<typeof useMap>,
  { cards, loading, chosenCard }: ReturnType<typeof useNearbyList>,
  origin: Origin | undefined,
  filters: Filters,
): void {
  const shownFor = useRef<unknown[]>([]);
  const [nearest] = cards;
  useEffect(() => {
    const isNew = shownFor.current[0] !== origin || shownFor.current[1] !== filters;
    // The map may still be on its way to where the list begins.
    if (!isNew || loading || !origin || !view || !isWithin(origin.place, view.bounds)) return;
    shownFor.current = [origin, filters];
    if (!nearest || chosenCard || isWithin(placeOf(nearest.place), view.bounds)) return;
    const places = cards.slice(0, inSight).map(({ place }) => place);
    lookAt(origin.place, zoomToShow(origin.place, places));
  }, [origin, filters, loading, view, nearest, chosenCard, cards, lookAt]);
}

const none: CardShop[] = [];

function useMarkers(
  { inView: { features }, zoom }: ReturnType<typeof useMap>,
  { cards, chosenCard }: ReturnType<typeof useNearbyList>,
  onlyListed: boolean,
): MapMarker[] {
  const listed = onlyListed ? cards : none;
  // Signs join and part at half steps of the zoom, so a slight pinch sends nothing.
  const step = Math.floor(zoom * 2) / 2;
  return useMemo(
    () => markersOf({ features, listed, onlyListed, chosen: chosenCard, zoom: step }),
    [features, listed, onlyListed, chosenCard, step],
  );
}
