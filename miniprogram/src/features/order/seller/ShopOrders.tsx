import { sellerNeeds } from '@shared/order/sellerNeeds';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { SearchBox } from '@/ui/SearchBox';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { useOrderSearch } from '../useOrderSearch';
import { ShipSheet } from './ShipSheet';
import { ShopOrderCard } from './ShopOrderCard';
import './ShopOrders.scss';
import { type ShownNeed, useShopOrders } from './useShopOrders';
import { VerifySheet } from './VerifySheet';

const needText: Record<ShownNeed, string> = { all: '全部', answer: '待售后', ship: '待发货', handOver: '待核销' };
const tabs = (['all', ...sellerNeeds] as const).map((key) => ({ key, text: needText[key] }));

/** A shop's orders, newest first, by what they need of it; `first` is what is shown to begin with. */
export function ShopOrders({ shopId, first = 'all' }: { shopId: string; first?: ShownNeed }) {
  const [need, setNeed] = useState(first);
  const { typed, words, type, search } = useOrderSearch();
  const shop = useShopOrders(shopId, need, words);
  useReachEnd(shop.list.loadMore);
  usePullToRefresh(shop.list.refresh);
  return (
    <View>
      <SearchBox label="搜索订单" placeholder="单号、姓名、手机尾号" value={typed} onType={type} onSearch={search} />
      <View className="shop-orders__head">
        <View className="shop-orders__tabs">
          <Tabs<ShownNeed> tabs={tabs} chosen={need} onChoose={setNeed} />
        </View>
        <Button id="verify-pickup" size="s" kind="second" icon="scan" onPress={shop.handOver.begin}>
          核销
        </Button>
      </View>
      <Orders shop={shop} shopId={shopId} words={words} />
      {shop.shipping && (
        <ShipSheet
          title={`发货给 ${shop.shipping.receiver.name}`}
          action="确认发货"
          busy={shop.busy}
          onSend={(parcels) => shop.shipping && void shop.ship(shop.shipping, parcels)}
          onClose={shop.closeShipping}
        />
      )}
      {shop.handOver.isOpen && <VerifySheet handOver={shop.handOver} />}
    </View>
  );
}

function Orders({ shop, shopId, words }: { shop: ReturnType<typeof useShopOrders>; shopId: string; words: string }) {
  const { list, orders } = shop;
  if (list.loading) return <SkeletonList />;
  if (!orders || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  if (orders.length === 0)
    return words ? (
      <Blank
        icon="search"
        title={`没有找到“${words}”的订单`}
        text="单号、快递单号、姓名和手机号要写完整，或用手机尾号四位"
      />
    ) : (
      <Blank icon="order" title="暂时没有这样的订单" text="有人下单后会出现在这里" />
    );
  return (
    <LongList
      className="shop-orders__list"
      rows={orders}
      row={(order) => <ShopOrderCard key={order.orderId} order={order} shopId={shopId} onShip={shop.beginShipping} />}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}
