import type { Output } from '@shared/contract';
import { carriers } from '@shared/order/carriers';
import { Text, View } from '@tarojs/components';
import { copyText } from '@/platform/copyText';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { momentText } from './momentText';
import './OrderFacts.scss';

/** With whom the order is under way, and the number to follow it by. */
export function OrderParcel({ shipment }: { shipment: NonNullable<Output<'order.getOrder'>['shipment']> }) {
  const { carrier, trackingNumber, shippedAt } = shipment;
  return (
    <View className="order-receiver">
      <Icon name="truck" size={20} />
      <View className="order-receiver__words">
        <Text id="order-parcel" className="order-receiver__who">{`${carriers[carrier]}　${trackingNumber}`}</Text>
        <Text className="order-receiver__where">{`${momentText(shippedAt)} 发出`}</Text>
      </View>
      <IconButton icon="copy" size={16} label="复制快递单号" onPress={() => void copyText(trackingNumber)} />
    </View>
  );
}
