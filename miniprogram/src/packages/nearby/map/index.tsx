import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { CardShop } from '@/features/shop/nearby/CardShop';
import { distanceOf } from '@/features/shop/nearby/distanceOf';
import { MapView } from '@/features/shop/nearby/MapView';
import { placeOf } from '@/features/shop/nearby/markers';
import { NearbyFilters } from '@/features/shop/nearby/NearbyFilters';
import { NearbyList } from '@/features/shop/nearby/NearbyList';
import { NearbyPeek } from '@/features/shop/nearby/NearbyPeek';
import { listTitle } from '@/features/shop/nearby/Origin';
import { PlaceNotice } from '@/features/shop/nearby/PlaceNotice';
import { TownSheet } from '@/features/shop/nearby/TownSheet';
import { type NearbyMap, useNearbyMap } from '@/features/shop/nearby/useNearbyMap';
import { noteVisit } from '@/features/traffic/noteVisit';
import { open, useRouteParams } from '@/platform/navigate';
import { openLocation } from '@/platform/openLocation';
import { useShare } from '@/platform/useShare';
import { BottomSheet } from '@/ui/BottomSheet';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Snackbar } from '@/ui/Snackbar';
import './index.scss';

/** The shops around: a map, and the list that goes with it. A link may open it at one shop. */
export default function NearbyMapPage() {
  const nearby = useNearbyMap(useLinkedShop());
  const [picksTown, pickTown] = useState(false);
  const { mine, origin, stop } = nearby;
  const me = mine.state === 'here' ? mine.place : undefined;
  useShare('map', {}, '看看附近有什么店');

  const shown = {
    nearby,
    distanceOf: (shop: CardShop) => distanceOf(shop, me, origin),
    onChoose: nearby.chooseCard,
    onGo: ({ place, name, address = '' }: CardShop) => openLocation({ place: placeOf(place), name, address }),
    onVisit: ({ shopId }: CardShop) => {
      noteVisit({ kind: 'map', shopId });
      open('shop', { shopId });
    },
    onFavourite: nearby.toggle,
  };
  return (
    <View className={`nearby nearby--${stop}`}>
      <View className="nearby__map">
        <MapView
          id="nearby-map"
          camera={nearby.camera}
          markers={nearby.markers}
          me={me}
          onViewed={nearby.onViewed}
          onMarkerTap={nearby.tapMarker}
        />
      </View>
      <View className="nearby__top">
        <NearbyFilters filters={nearby.filters} onChange={nearby.setFilters} />
        <MapSays nearby={nearby} />
      </View>
      <View className="nearby__foot">
        <Snackbar />
        <IconButton
          id="locate-me"
          icon="locate"
          label="回到我的位置"
          className="nearby__locate"
          onPress={nearby.locateMe}
        />
      </View>
      <BottomSheet
        stop={stop}
        onStop={nearby.setStop}
        head={<ListHead nearby={nearby} onTown={() => pickTown(true)} />}
      >
        {stop === 'peek' ? <NearbyPeek {...shown} /> : <NearbyList {...shown} onTown={() => pickTown(true)} />}
      </BottomSheet>
      <TownSheet
        open={picksTown}
        onClose={() => pickTown(false)}
        onChoose={(town) => {
          pickTown(false);
          nearby.beginAtTown(town);
        }}
      />
    </View>
  );
}

/** The shop that the page's address names, if it does. */
function useLinkedShop() {
  const { shopId, name = '', longitude, latitude } = useRouteParams('map');
  const place = { longitude: Number(longitude), latitude: Number(latitude) };
  return shopId && Math.abs(place.longitude) <= 180 && Math.abs(place.latitude) <= 90
    ? { shopId, name, place }
    : undefined;
}

/** What there is to say about the map just now: its shops did not come, or the list is about another part. */
function MapSays({ nearby: { inView, retryMap, movedAway, searchHere } }: { nearby: NearbyMap }) {
  if (inView.state === 'failed')
    return (
      <Pressable id="retry-map" className="nearby__pill" onPress={retryMap}>
        <Icon name="offline" size={16} />
        地图上的店没加载出来，点此重试
      </Pressable>
    );
  if (!movedAway) return null;
  return (
    <Pressable id="search-here" className="nearby__pill" onPress={searchHere}>
      <Icon name="refresh" size={16} />
      搜索这一带
    </Pressable>
  );
}

function ListHead({ nearby, onTown }: { nearby: NearbyMap; onTown(): void }) {
  const { mine, far, origin, filters, locateMe, beginAtTown } = nearby;
  const townChosen = origin?.kind === 'area' || origin?.kind === 'shop';
  return (
    <>
      <View className="nearby__head">
        <Text id="near-title" className="nearby__title">
          {listTitle(origin, filters.favourites)}
        </Text>
        <Pressable id="change-town" role="link" className="nearby__town" onPress={onTown}>
          换地点
          <Icon name="right" size={16} />
        </Pressable>
      </View>
      {!townChosen && (
        <PlaceNotice mine={mine} far={far} onTown={() => (far ? beginAtTown(far.town) : onTown())} onRetry={locateMe} />
      )}
    </>
  );
}
