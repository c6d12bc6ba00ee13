import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price } from '@/ui/Price';
import { Tag } from '@/ui/Tag';
import { momentText } from '../momentText';
import { statusText } from '../statusText';
import { wayText } from '../wayText';
import type { ShopOrder } from './useShopOrders';
import './ShopOrderCard.scss';

interface ShopOrderCardProps {
  order: ShopOrder;
  shopId: string;
  onShip(order: ShopOrder): void;
}

/** An incoming order as the seller works through it: what to pack, for whom, and what they asked for. */
export const ShopOrderCard = memo(function ShopOrderCard({ order, shopId, onShip }: ShopOrderCardProps) {
  const { orderId, status, way, lines, toPay, placedAt, receiver, note, openCases } = order;
  const canShip = status === 'paid' && way !== 'pickup' && openCases === 0;
  return (
    <View id={`shop-order-${orderId}`} className="shop-order">
      <Pressable id={`open-order-${orderId}`} role="link" onPress={() => open('shopOrder', { shopId, orderId })}>
        <View className="shop-order__head">
          <Text className="shop-order__at">{momentText(placedAt)}</Text>
          {way !== 'express' && <Tag text={wayText[way]} tone="jade" />}
          {openCases > 0 && <Tag text="售后" tone="action" />}
          <Text className={`shop-order__status order-card__status--${status}`}>{statusText[status]}</Text>
        </View>
        {lines.map((line) => (
          <View key={line.skuId} className="shop-order__line">
            <View className="shop-order__picture">
              <Picture src={pictureUrl(line.picture)} alt="" />
            </View>
            <View className="shop-order__words">
              <Text className="shop-order__name">{line.name}</Text>
              <Text className="shop-order__faint">{[...line.choice, ...giftWords(line)].join('，')}</Text>
            </View>
            <Text className="shop-order__quantity">{`× ${line.quantity}`}</Text>
          </View>
        ))}
        {note && <View className="shop-order__note">{`买家留言：${note}`}</View>}
        <View className="shop-order__foot">
          <View className="shop-order__words">
            <Text className="shop-order__name">{`${receiver.name} ${receiver.phone}`}</Text>
            {way !== 'pickup' && <Text className="shop-order__faint">{`${receiver.region} ${receiver.detail}`}</Text>}
          </View>
          <Price amount={toPay} size="s" />
          <Icon name="right" size={18} />
        </View>
      </Pressable>
      {canShip && (
        <View className="shop-order__act">
          <Button id={`ship-${orderId}`} wide size="s" kind="second" onPress={() => onShip(order)}>
            {way === 'local' ? '开始配送' : '发货'}
          </Button>
        </View>
      )}
    </View>
  );
});

/** Which of the pieces to pack are a gift. */
const giftWords = ({ quantity, gifts = 0 }: ShopOrder['lines'][number]): string[] => {
  if (gifts === 0) return [];
  return [gifts === quantity ? '赠品' : `其中 ${gifts} 件赠品`];
};
