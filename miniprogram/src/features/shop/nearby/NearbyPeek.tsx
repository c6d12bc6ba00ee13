import { type ITouchEvent, View } from '@tarojs/components';
import { useRef } from 'react';
import type { CardShop } from './CardShop';
import { ShopCard, type ShopDeeds } from './ShopCard';
import type { NearbyMap } from './useNearbyMap';

interface NearbyPeekProps extends ShopDeeds {
  nearby: NearbyMap;
  distanceOf(shop: CardShop): { text: string; walk: string | undefined };
}

/** A finger that moved less sideways, in px, did not swipe. */
const leastSwipe = 40;

/** One card below a large map: the chosen shop, or the nearest. A swipe goes on to the next one, and the map with it. */
export function NearbyPeek({ nearby, distanceOf, ...deeds }: NearbyPeekProps) {
  const from = useRef(0);
  const { cards, chosenCard } = nearby.list;
  const shown = chosenCard ?? cards[0];
  if (!shown) return null;
  const swipe = (moved: number) => {
    if (Math.abs(moved) < leastSwipe) return;
    const next = cards[cards.indexOf(shown) + (moved < 0 ? 1 : -1)];
    if (next) nearby.chooseCard(next);
  };
  return (
    <View
      id="near-peek"
      onTouchStart={(event) => {
        from.current = fingerOf(event);
      }}
      onTouchEnd={(event) => swipe(fingerOf(event) - from.current)}
    >
      <ShopCard
        {...deeds}
        shop={shown}
        distance={distanceOf(shown)}
        chosen
        favourite={nearby.isFavourite(shown.shopId)}
        passed={nearby.passedToday(shown.shopId)}
      />
    </View>
  );
}

// Taro's typings of View leave the touches out.
const fingerOf = (event: object): number => (event as Partial<ITouchEvent>).changedTouches?.[0]?.clientX ?? 0;
