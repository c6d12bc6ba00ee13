import { type OrderStatus, orderStatuses } from '@shared/order/status';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { OrderCard } from '@/features/order/OrderCard';
import { statusText } from '@/features/order/statusText';
import { open, useRouteParams } from '@/platform/navigate';
import { usePages } from '@/platform/usePages';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { ListEnd } from '@/ui/ListEnd';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import './index.scss';

type Shown = OrderStatus | 'all';
const tabs = (['all', 'awaitingPayment', 'paid', 'shipped', 'completed', 'cancelled'] as const).map((key) => ({
  key,
  text: key === 'all' ? '全部' : statusText[key],
}));

/** The shopper's orders, by where they stand. */
export default function OrdersPage() {
  const { status } = useRouteParams('orders');
  const [shown, show] = useState<Shown>(() => orderStatuses.find((each) => each === status) ?? 'all');
  return (
    <Screen>
      <View className="orders__tabs">
        <Tabs<Shown> tabs={tabs} chosen={shown} onChoose={show} />
      </View>
      <OrderList shown={shown} />
    </Screen>
  );
}

function OrderList({ shown }: { shown: Shown }) {
  const list = usePages('order.listOrders', shown === 'all' ? {} : { status: shown });
  useReachEnd(list.loadMore);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const orders = list.pages.flatMap((page) => page.orders);
  if (orders.length === 0) {
    const browse = { label: '去逛逛', run: () => open('home', {}) };
    return <Blank icon="order" title="还没有相关订单" text="买到的好物会出现在这里" action={browse} />;
  }
  return (
    <View className="orders__list">
      {orders.map((order) => (
        <OrderCard key={order.orderId} order={order} />
      ))}
      <ListEnd
        state={list.fault ? 'failed' : list.loadingMore ? 'loading' : list.hasMore ? 'more' : 'end'}
        onMore={() => (list.fault ? void list.refresh() : list.loadMore())}
      />
    </View>
  );
}
