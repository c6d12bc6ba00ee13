import type { Role } from '@shared/shop/role';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { UnsentMessages } from '@/features/crm/UnsentMessages';
import { ShopOrders } from '@/features/order/seller/ShopOrders';
import { roleText } from '@/features/shop/staff/roleText';
import { StockList } from '@/features/shop/stock/StockList';
import { Today } from '@/features/shop/today/Today';
import { open } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { Tag } from '@/ui/Tag';
import './index.scss';
import { type DeskPlace, placeOf } from './placeOf';
import { ShopEntries } from './ShopEntries';

const parts: readonly { key: DeskPlace['part']; text: string }[] = [
  { key: 'today', text: '今天' },
  { key: 'orders', text: '订单' },
  { key: 'stock', text: '库存' },
  { key: 'more', text: '更多' },
];

/** The seller's tab: the desk of the shop where the person works. */
export default function SellerPage() {
  const mine = useCall('shop.listMyShops', {});
  const [chosen, chooseShop] = useState<string>();

  const shops = mine.data?.shops ?? [];
  const shop = shops.find(({ shopId }) => shopId === chosen) ?? shops[0];
  return (
    <Screen>
      {mine.loading && <SkeletonList />}
      {!mine.loading && !mine.data && <ErrorBlank onRetry={() => void mine.refresh()} />}
      {mine.data && !shop && (
        <Blank icon="store" title="这里是店家的工作台" text="店主把您加为店员后，就能在这里管库存、看订单" />
      )}
      {shop && (
        <>
          <View className="seller__shop">
            <Text id="seller-shop" className="seller__name">
              {shop.name}
            </Text>
            <Tag text={roleText[shop.role]} />
          </View>
          {shops.length > 1 && (
            <Tabs
              tabs={shops.map(({ shopId, name }) => ({ key: shopId, text: name }))}
              chosen={shop.shopId}
              onChoose={chooseShop}
            />
          )}
          <Desk key={shop.shopId} shopId={shop.shopId} role={shop.role} />
        </>
      )}
    </Screen>
  );
}

function Desk({ shopId, role }: { shopId: string; role: Role }) {
  const [place, goTo] = useState<DeskPlace>({ part: 'today' });
  return (
    <View>
      <View className="seller__parts">
        <Tabs tabs={parts} chosen={place.part} onChoose={(part) => goTo({ part })} />
      </View>
      {place.part === 'today' && (
        <Today
          shopId={shopId}
          unsent={(messages) => <UnsentMessages shopId={shopId} unsent={messages} />}
          onOpen={(need) => {
            const found = placeOf(need);
            if (found === 'comments') open('shopArticles', { shopId, part: 'comments' });
            else goTo(found);
          }}
        />
      )}
      {place.part === 'orders' && <ShopOrders shopId={shopId} {...(place.need && { first: place.need })} />}
      {place.part === 'stock' && <StockList shopId={shopId} {...(place.show && { show: place.show })} />}
      {place.part === 'more' && <ShopEntries shopId={shopId} role={role} />}
    </View>
  );
}
