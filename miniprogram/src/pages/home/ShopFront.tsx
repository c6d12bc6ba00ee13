import { View } from '@tarojs/components';
import { useState } from 'react';
import { ShopArticle } from '@/features/content/ArticleRows';
import { CouponStrip } from '@/features/coupon/CouponStrip';
import { FollowCard } from '@/features/fan/FollowCard';
import { Banners } from '@/features/shop/Banners';
import { ProductGrid, ProductGridSkeleton } from '@/features/shop/ProductGrid';
import { ShopNotice, ShopSign } from '@/features/shop/ShopSign';
import { useShopFront } from '@/features/shop/useShopFront';
import { useCountedShare } from '@/features/traffic/useCountedShare';
import { useVisit } from '@/features/traffic/useVisit';
import { bringToTop } from '@/platform/bringToTop';
import type { RouteName } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { Tabs } from '@/ui/Tabs';
import { QuickAdd } from './QuickAdd';
import './ShopFront.scss';

/** In px; the tabs stay at the top edge while the shelf scrolls under them. */
const tabsHeight = 44;

/** The front of a shop, which `route` opens. */
export function ShopFront({ shopId, route }: { shopId: string; route: Extract<RouteName, 'home' | 'shop'> }) {
  const front = useShopFront(shopId);
  const [picked, pick] = useState<string>();
  const { data, refusal, fault } = front.home;

  usePullToRefresh(front.refresh);
  useReachEnd(front.loadMore);
  useVisit(data && { kind: 'open', shopId });
  useCountedShare(route, { shopId }, data?.shop.name, data && shopId);

  const choose = (categoryId: string) => {
    front.chooseCategory(categoryId);
    // Somebody deep in one category starts the next at its beginning.
    bringToTop('home-shelf', tabsHeight);
  };

  if (refusal)
    return (
      <Screen>
        <Blank icon="store" title="没有找到这家店" text="可能已经搬走了" />
      </Screen>
    );
  if (fault && !data)
    return (
      <Screen>
        <ErrorBlank onRetry={() => void front.refresh()} />
      </Screen>
    );
  return (
    <Screen>
      <ShopSign shopId={shopId} shop={data?.shop} />
      <ShopNotice shop={data?.shop} />
      {/* Each in a view of its own: Taro sends all of a parent's children anew when one comes late or goes. */}
      <View>{data && <Banners shopId={shopId} banners={data.banners} />}</View>
      <View>
        <CouponStrip shopId={shopId} />
      </View>
      <View>
        <ShopArticle shopId={shopId} />
      </View>
      <View>
        <FollowCard shopId={shopId} place="home" />
      </View>
      <View className="home__categories">
        <Tabs
          tabs={[
            { key: 'all', text: '全部好物' },
            ...(data?.categories ?? []).map(({ categoryId, name }) => ({ key: categoryId, text: name })),
          ]}
          chosen={front.categoryId}
          onChoose={choose}
        />
      </View>
      <View id="home-shelf">
        <Shelf front={front} onAdd={pick} />
      </View>
      <View>{picked && <QuickAdd key={picked} productId={picked} onDone={() => pick(undefined)} />}</View>
    </Screen>
  );
}

function Shelf({ front, onAdd }: { front: ReturnType<typeof useShopFront>; onAdd(productId: string): void }) {
  if (!front.products) {
    return front.fault ? <ErrorBlank onRetry={() => void front.refresh()} /> : <ProductGridSkeleton />;
  }
  if (front.products.length === 0)
    return <Blank icon="bag" title="这里还没有商品" text="店家正在备货，过几天再来看看" />;
  return <ProductGrid products={front.products} end={front.end} onMore={front.loadMore} onAdd={onAdd} />;
}
