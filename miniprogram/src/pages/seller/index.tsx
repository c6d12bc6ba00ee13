import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ShopOrders } from '@/features/order/seller/ShopOrders';
import { StockList } from '@/features/shop/stock/StockList';
import { open } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { Tag } from '@/ui/Tag';
import './index.scss';

type Part = 'stock' | 'orders';
const parts: readonly { key: Part; text: string }[] = [
  { key: 'stock', text: '库存' },
  { key: 'orders', text: '订单' },
];
const roleText = { owner: '店主', manager: '店长', clerk: '店员' } as const;

/** The seller's tab: the stock and the orders of the shop where the person works. */
export default function SellerPage() {
  const mine = useCall('shop.listMyShops', {});
  const [part, choosePart] = useState<Part>('stock');
  const [chosen, chooseShop] = useState<string>();

  const shops = mine.data?.shops ?? [];
  const shop = shops.find(({ shopId }) => shopId === chosen) ?? shops[0];
  if (mine.loading) {
    return (
      <Screen>
        <SkeletonList />
      </Screen>
    );
  }
  if (!mine.data) {
    return (
      <Screen>
        <ErrorBlank onRetry={() => void mine.refresh()} />
      </Screen>
    );
  }
  if (!shop) {
    return (
      <Screen>
        <Blank icon="store" title="这里是店家的工作台" text="店主把您加为店员后，就能在这里管库存、看订单" />
      </Screen>
    );
  }
  return (
    <Screen>
      <View className="seller__head">
        <View className="seller__shop">
          <Text id="seller-shop" className="seller__name">
            {shop.name}
          </Text>
          <Tag text={roleText[shop.role]} />
          <Button
            id="shop-coupons"
            size="s"
            kind="quiet"
            icon="ticket"
            onPress={() => open('shopCoupons', { shopId: shop.shopId })}
          >
            优惠券
          </Button>
          {shop.role === 'owner' && <PlaceLink shopId={shop.shopId} />}
        </View>
        <ShopLinks shopId={shop.shopId} isOwner={shop.role === 'owner'} />
        {shops.length > 1 && (
          <Tabs
            tabs={shops.map(({ shopId, name }) => ({ key: shopId, text: name }))}
            chosen={shop.shopId}
            onChoose={chooseShop}
          />
        )}
        <Tabs<Part> tabs={parts} chosen={part} onChoose={choosePart} />
      </View>
      {part === 'stock' ? <StockList shopId={shop.shopId} /> : <ShopOrders shopId={shop.shopId} />}
    </Screen>
  );
}

const ShopLinks = ({ shopId, isOwner }: { shopId: string; isOwner: boolean }) => (
  <View className="seller__links">
    <Button id="shop-articles" size="s" kind="quiet" icon="newspaper" onPress={() => open('shopArticles', { shopId })}>
      文章留言
    </Button>
    <Button id="shop-goods" size="s" kind="quiet" icon="bag" onPress={() => open('goods', { shopId })}>
      商品
    </Button>
    <Button id="shop-report" size="s" kind="quiet" icon="chart" onPress={() => open('loopReport', { shopId })}>
      客从哪来
    </Button>
    <Button id="shop-channels" size="s" kind="quiet" icon="qr" onPress={() => open('channels', { shopId })}>
      推广码
    </Button>
    {isOwner && (
      <Button id="shop-account" size="s" kind="quiet" icon="volume" onPress={() => open('shopAccount', { shopId })}>
        公众号
      </Button>
    )}
  </View>
);

const PlaceLink = ({ shopId }: { shopId: string }) => (
  <Pressable id="shop-place" role="link" className="seller__place" onPress={() => open('shopPlace', { shopId })}>
    <Icon name="pin" size={16} />
    位置与时间
  </Pressable>
);
