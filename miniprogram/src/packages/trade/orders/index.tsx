import { type OrderStatus, orderStatuses } from '@shared/order/status';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { OrderList } from '@/features/order/OrderList';
import { statusText } from '@/features/order/statusText';
import { useOrderSearch } from '@/features/order/useOrderSearch';
import { useRouteParams } from '@/platform/navigate';
import { Screen } from '@/ui/Screen';
import { SearchBox } from '@/ui/SearchBox';
import { Tabs } from '@/ui/Tabs';
import './index.scss';

type Shown = OrderStatus | 'all';
const tabs = (
  ['all', 'awaitingPayment', 'paid', 'shipped', 'readyForPickup', 'received', 'completed', 'cancelled'] as const
).map((key) => ({
  key,
  text: key === 'all' ? '全部' : statusText[key],
}));

/** The shopper's orders, by where they stand. */
export default function OrdersPage() {
  const { status } = useRouteParams('orders');
  const [shown, show] = useState<Shown>(() => orderStatuses.find((each) => each === status) ?? 'all');
  const { typed, words, type, search } = useOrderSearch();
  return (
    <Screen>
      <View className="orders__tabs">
        <SearchBox label="搜索订单" placeholder="商品名称" value={typed} onType={type} onSearch={search} />
        <Tabs<Shown> tabs={tabs} chosen={shown} onChoose={show} />
      </View>
      <OrderList status={shown} words={words} />
    </Screen>
  );
}
