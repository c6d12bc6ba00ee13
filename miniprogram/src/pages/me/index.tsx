import { Text, View } from '@tarojs/components';
import { FollowCard } from '@/features/fan/FollowCard';
import { homeShopId } from '@/features/shop/homeShopId';
import { open, type RouteName, type Routes } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Icon, type IconName } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import { Screen } from '@/ui/Screen';
import './index.scss';

const orderWays: { text: string; icon: IconName; status: string }[] = [
  { text: '待付款', icon: 'wallet', status: 'awaitingPayment' },
  { text: '待发货', icon: 'bag', status: 'paid' },
  { text: '待收货', icon: 'truck', status: 'shipped' },
  { text: '全部订单', icon: 'order', status: 'all' },
];

/** What belongs to the shopper. */
export default function MePage() {
  // Unpaid orders live for fifteen minutes, so the first page of them is all of them.
  const unpaid = useCall('order.listOrders', { status: 'awaitingPayment' }).data?.orders.length ?? 0;
  return (
    <Screen>
      <View className="me__head">
        <View className="me__face">
          <Icon name="user" size={32} />
        </View>
        <View>
          <Text className="me__hello">您好，欢迎光临</Text>
          <Text className="me__hint">订单与地址只有您自己能看到</Text>
        </View>
      </View>
      <Panel title="我的订单">
        <View className="me__orders">
          {orderWays.map(({ text, icon, status }) => (
            <Pressable
              key={status}
              role="link"
              label={status === 'awaitingPayment' && unpaid > 0 ? `${text}，${unpaid} 笔` : text}
              className="me__order"
              onPress={() => open('orders', { status })}
            >
              <View className="me__order-icon">
                <Icon name={icon} size={26} />
                {status === 'awaitingPayment' && unpaid > 0 && <Text className="me__count">{`${unpaid}`}</Text>}
              </View>
              <Text>{text}</Text>
            </Pressable>
          ))}
        </View>
      </Panel>
      <FollowCard shopId={homeShopId} place="me" />
      <Panel flush>
        <Way to="map" params={{}} icon="map" text="附近的店" />
        <Way to="favourites" params={{}} icon="bookmark" text="收藏的文章" />
        <Way to="myCoupons" params={{}} icon="ticket" text="优惠券" />
        <Way to="addresses" params={{}} icon="pin" text="收货地址" />
        <Way to="cart" params={{}} icon="cart" text="购物车" />
        <Way to="privacy" params={{}} icon="shield" text="隐私与数据" />
      </Panel>
    </Screen>
  );
}

function Way<Name extends RouteName>({ to, params, icon, text }: WayProps<Name>) {
  return (
    <Pressable role="link" className="me__way" onPress={() => open(to, params)}>
      <Icon name={icon} size={20} />
      <Text className="me__way-text">{text}</Text>
      <Icon name="right" size={18} />
    </Pressable>
  );
}
interface WayProps<Name extends RouteName> {
  to: Name;
  params: Routes[Name];
  icon: IconName;
  text: string;
}
