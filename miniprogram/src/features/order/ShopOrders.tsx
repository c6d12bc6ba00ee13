import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { ListEnd } from '@/ui/ListEnd';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { ShipSheet } from './ShipSheet';
import { ShopOrderCard } from './ShopOrderCard';
import { useShipping } from './useShipping';
import './ShopOrders.scss';

type Shown = 'paid' | 'awaitingPayment' | 'all';
const tabs: readonly { key: Shown; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'paid', text: '待发货' },
  { key: 'awaitingPayment', text: '待付款' },
];

/** A shop's incoming orders, newest first. */
export function ShopOrders({ shopId }: { shopId: string }) {
  const [shown, show] = useState<Shown>('all');
  const list = usePages('order.listShopOrders', shown === 'all' ? { shopId } : { shopId, status: shown });
  const shipping = useShipping(shopId, list.refresh);
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  const orders = list.pages?.flatMap((page) => page.orders) ?? [];
  const failed = !list.loading && (!list.pages || list.refusal);
  return (
    <View>
      <Tabs<Shown> tabs={tabs} chosen={shown} onChoose={show} />
      {list.loading && <SkeletonList />}
      {failed && <ErrorBlank onRetry={() => void list.refresh()} />}
      {!list.loading && !failed && orders.length === 0 && (
        <Blank icon="order" title="暂时没有订单" text="有人下单后会出现在这里" />
      )}
      {orders.length > 0 && (
        <View className="shop-orders__list">
          {orders.map((order) => (
            <ShopOrderCard key={order.orderId} order={order} onShip={shipping.begin} />
          ))}
          <ListEnd state={list.end} onMore={list.loadMore} />
        </View>
      )}
      <ShipSheet
        shipping={shipping.shipping}
        ready={shipping.ready}
        busy={shipping.busy}
        onChange={shipping.change}
        onSend={shipping.send}
        onClose={shipping.close}
      />
    </View>
  );
}
