import { mayAct, type Rank, type Role } from '@shared/shop/role';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { Icon, type IconName } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import './ShopEntries.scss';

interface Entry {
  id: string;
  text: string;
  icon: IconName;
  /** Who may open it; all staff, unless said. */
  rank?: Rank;
  open(shopId: string): void;
}

const entries: readonly Entry[] = [
  { id: 'shop-goods', text: '商品', icon: 'bag', open: (shopId) => open('goods', { shopId }) },
  { id: 'shop-customers', text: '客户', icon: 'user', open: (shopId) => open('customers', { shopId }) },
  { id: 'shop-articles', text: '文章留言', icon: 'newspaper', open: (shopId) => open('shopArticles', { shopId }) },
  { id: 'shop-coupons', text: '优惠券', icon: 'ticket', open: (shopId) => open('shopCoupons', { shopId }) },
  { id: 'shop-channels', text: '推广码', icon: 'qr', open: (shopId) => open('channels', { shopId }) },
  {
    ...{ id: 'shop-sales', text: '经营数据', icon: 'chart', rank: 'manager' },
    open: (shopId) => open('sales', { shopId }),
  },
  {
    id: 'shop-report',
    text: '客从哪来',
    icon: 'footprints',
    rank: 'manager',
    open: (shopId) => open('loopReport', { shopId }),
  },
  {
    ...{ id: 'shop-account', text: '公众号', icon: 'volume', rank: 'owner' },
    open: (shopId) => open('shopAccount', { shopId }),
  },
  {
    ...{ id: 'shop-front', text: '店面', icon: 'store', rank: 'manager' },
    open: (shopId) => open('shopFront', { shopId }),
  },
  {
    ...{ id: 'shop-place', text: '位置与时间', icon: 'pin', rank: 'owner' },
    open: (shopId) => open('shopPlace', { shopId }),
  },
  {
    ...{ id: 'shop-staff', text: '同事', icon: 'shield', rank: 'manager' },
    open: (shopId) => open('staff', { shopId }),
  },
  { id: 'shop-preview', text: '看看店面', icon: 'eye', open: (shopId) => open('shop', { shopId }) },
];

/** The ways to everything else of a shop. */
export function ShopEntries({ shopId, role }: { shopId: string; role: Role }) {
  return (
    <Panel>
      <View className="shop-entries">
        {entries
          .filter(({ rank = 'staff' }) => mayAct(role, rank))
          .map((entry) => (
            <Pressable
              key={entry.id}
              id={entry.id}
              role="link"
              className="shop-entries__entry"
              onPress={() => entry.open(shopId)}
            >
              <View className="shop-entries__icon">
                <Icon name={entry.icon} size={24} />
              </View>
              <Text className="shop-entries__text">{entry.text}</Text>
            </Pressable>
          ))}
      </View>
    </Panel>
  );
}
