import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price } from '@/ui/Price';
import { Tag } from '@/ui/Tag';
import { momentText } from './momentText';
import { statusText } from './statusText';
import './OrderCard.scss';

type Order = Output<'order.listOrders'>['orders'][number];

/** An order in a list; a tap opens it. */
export const OrderCard = memo(function OrderCard({ order }: { order: Order }) {
  const { orderId, shopName, status, lines, toPay, placedAt, openCases } = order;
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const [only] = lines;
  return (
    <Pressable id={`order-${orderId}`} role="link" className="order-card" onPress={() => open('order', { orderId })}>
      <View className="order-card__head">
        <Icon name="store" size={16} />
        <Text className="order-card__shop">{shopName}</Text>
        {openCases > 0 && <Tag text="售后中" tone="action" />}
        <Text className={`order-card__status order-card__status--${status}`}>{statusText[status]}</Text>
      </View>
      <View className="order-card__goods">
        {lines.slice(0, 4).map((line) => (
          <View key={line.skuId} className="order-card__picture">
            <Picture src={pictureUrl(line.picture)} alt={lines.length > 1 ? line.name : ''} />
          </View>
        ))}
        {lines.length === 1 && only && (
          <View className="order-card__words">
            <Text className="order-card__name">{only.name}</Text>
            <Text className="order-card__faint">{only.choice.join('，')}</Text>
          </View>
        )}
      </View>
      <View className="order-card__foot">
        <Text className="order-card__faint">{`${momentText(placedAt)}　共 ${pieces} 件`}</Text>
        <Price amount={toPay} size="s" />
      </View>
    </Pressable>
  );
});
