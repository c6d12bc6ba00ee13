import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { copyText } from '@/platform/copyText';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button, IconButton } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { Price } from '@/ui/Price';
import { momentText } from './momentText';
import { statusText } from './statusText';
import type { ShopOrder } from './useShipping';
import './ShopOrderCard.scss';

interface ShopOrderCardProps {
  order: ShopOrder;
  onShip(order: ShopOrder): void;
}

/** An incoming order as the seller works through it: what to pack, for whom, and what they asked for. */
export const ShopOrderCard = memo(function ShopOrderCard({ order, onShip }: ShopOrderCardProps) {
  const { orderId, status, lines, toPay, placedAt, receiver, note } = order;
  const address = [receiver.name, receiver.phone, receiver.region, receiver.detail].join(' ');
  return (
    <View id={`shop-order-${orderId}`} className="shop-order">
      <View className="shop-order__head">
        <Text className="shop-order__at">{momentText(placedAt)}</Text>
        <Text className={`order-card__status order-card__status--${status}`}>{statusText[status]}</Text>
      </View>
      {lines.map((line) => (
        <View key={line.skuId} className="shop-order__line">
          <View className="shop-order__picture">
            <Picture src={pictureUrl(line.picture)} alt="" />
          </View>
          <View className="shop-order__words">
            <Text className="shop-order__name">{line.name}</Text>
            <Text className="shop-order__faint">{line.choice.join('，')}</Text>
          </View>
          <Text className="shop-order__quantity">{`× ${line.quantity}`}</Text>
        </View>
      ))}
      {note && <View className="shop-order__note">{`买家留言：${note}`}</View>}
      <View className="shop-order__foot">
        <View className="shop-order__words">
          <Text className="shop-order__name">{`${receiver.name} ${receiver.phone}`}</Text>
          <Text className="shop-order__faint">{`${receiver.region} ${receiver.detail}`}</Text>
        </View>
        <IconButton icon="copy" label="复制收货信息" onPress={() => void copyText(address)} />
      </View>
      <View className="shop-order__sum">
        <Text className="shop-order__faint">{`订单 ${orderId.slice(-8)}`}</Text>
        <Price amount={toPay} size="s" />
      </View>
      {status === 'paid' && (
        <View className="shop-order__act">
          <Button id={`ship-${orderId}`} wide size="s" kind="second" onPress={() => onShip(order)}>
            发货
          </Button>
        </View>
      )}
    </View>
  );
});
