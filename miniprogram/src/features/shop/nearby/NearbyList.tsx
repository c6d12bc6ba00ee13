import { ScrollView, View } from '@tarojs/components';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { ListEnd } from '@/ui/ListEnd';
import { SkeletonList } from '@/ui/Skeleton';
import type { CardShop } from './CardShop';
import { ShopCard, type ShopDeeds } from './ShopCard';
import type { NearbyMap } from './useNearbyMap';
import './NearbyList.scss';

interface NearbyListProps extends ShopDeeds {
  nearby: NearbyMap;
  distanceOf(shop: CardShop): { text: string; walk: string | undefined };
  onTown(): void;
}

/** The list beside the map; it scrolls to the shop that was tapped there. */
export function NearbyList({ nearby, distanceOf, onTown, ...deeds }: NearbyListProps) {
  const { cards, chosenCard, loading, fault, end, loadMore, refresh } = nearby.list;
  if (fault) return <ErrorBlank onRetry={() => void refresh()} />;
  if (loading) return <SkeletonList />;
  if (cards.length === 0) return <NothingNear nearby={nearby} onTown={onTown} />;
  return (
    <ScrollView
      id="nearby-list"
      scrollY
      enhanced
      scrollWithAnimation
      className="near-list"
      {...(chosenCard && { scrollIntoView: `near-${chosenCard.shopId}` })}
      onScrollToLower={loadMore}
    >
      {cards.map((shop) => (
        <ShopCard
          key={shop.shopId}
          {...deeds}
          shop={shop}
          distance={distanceOf(shop)}
          chosen={shop === chosenCard}
          favourite={nearby.isFavourite(shop.shopId)}
          passed={nearby.passedToday(shop.shopId)}
        />
      ))}
      <ListEnd state={end} onMore={loadMore} />
      <View className="near-list__foot" />
    </ScrollView>
  );
}

function NothingNear({ nearby, onTown }: { nearby: NearbyMap; onTown(): void }) {
  const { filters, noFilters } = nearby;
  if (filters.favourites)
    return <Blank icon="heart" title="还没有收藏的店" text="点开一家店，再点右下的心，就记在这部手机上" />;
  const filtered = filters.trade !== undefined || filters.openNow || filters.delivers;
  return filtered ? (
    <Blank
      icon="search"
      title="没有这样的店"
      text="50 公里内都找过了"
      action={{ label: '看全部的店', run: noFilters }}
    />
  ) : (
    <Blank icon="store" title="这一带还没有店" text="50 公里内都找过了" action={{ label: '看别的地方', run: onTown }} />
  );
}
