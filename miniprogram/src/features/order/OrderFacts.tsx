import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { copyText } from '@/platform/copyText';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { momentText } from './momentText';
import './OrderFacts.scss';

type Order = Omit<Output<'order.getOrder'>, 'pickupCode' | 'counter'>;

/** Who receives the order; a seller copies it onto the parcel. */
export function OrderReceiver({ receiver, copies = false }: { receiver: Order['receiver']; copies?: boolean }) {
  const { name, phone, region, detail } = receiver;
  return (
    <View className="order-receiver">
      <Icon name="pin" size={20} />
      <View className="order-receiver__words">
        <Text className="order-receiver__who">{`${name}　${phone}`}</Text>
        <Text className="order-receiver__where">{`${region} ${detail}`}</Text>
      </View>
      {copies && (
        <IconButton
          icon="copy"
          size={18}
          label="复制收货信息"
          onPress={() => void copyText([name, phone, region, detail].join(' '))}
        />
      )}
    </View>
  );
}

/** Number and times of the order, and the shopper's note. */
export function OrderFacts({ order }: { order: Order }) {
  const { orderId, placedAt, paidAt, cancelledAt, receivedAt, together, coupon, note } = order;
  return (
    <View className="order-facts">
      <Fact label="订单编号">
        <Text id="order-number" className="order-facts__number">
          {orderId}
        </Text>
        <Pressable label="复制订单编号" className="order-facts__copy" onPress={() => void copyText(orderId)}>
          <Icon name="copy" size={16} />
        </Pressable>
      </Fact>
      <Fact label="下单时间">{momentText(placedAt)}</Fact>
      {paidAt !== undefined && <Fact label="付款时间">{momentText(paidAt)}</Fact>}
      {cancelledAt !== undefined && <Fact label="取消时间">{momentText(cancelledAt)}</Fact>}
      {receivedAt !== undefined && <Fact label="收货时间">{momentText(receivedAt)}</Fact>}
      {together.length > 1 && <Fact label="合并付款">{`与另外 ${together.length - 1} 笔订单一起支付`}</Fact>}
      {coupon && <Fact label="优惠券">{couponWords(coupon)}</Fact>}
      {note && <Fact label="备注">{note}</Fact>}
    </View>
  );
}

/** A coupon comes back with the validity it had. */
function couponWords({ name, state, validUntil }: NonNullable<Order['coupon']>): string {
  if (state === 'spent') return name;
  return `${name}，已退回${validUntil <= Date.now() ? '（已过有效期）' : ''}`;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="order-facts__fact">
      <Text className="order-facts__label">{label}</Text>
      <View className="order-facts__text">{children}</View>
    </View>
  );
}
