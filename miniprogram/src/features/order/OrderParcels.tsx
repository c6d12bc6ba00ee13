import type { Output } from '@shared/contract';
import { carriers } from '@shared/order/carriers';
import { Text, View } from '@tarojs/components';
import { copyText } from '@/platform/copyText';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { momentText } from './momentText';
import './OrderFacts.scss';
import { ParcelTrack } from './ParcelTrack';

type Order = Output<'order.getOrder'>;

interface OrderParcelsProps extends Pick<Order, 'parcels' | 'shippedAt'> {
  /** How far each is, by its number; as far as that is known. */
  progress?: Output<'order.trackParcels'>['parcels'];
}

/** With whom the order is under way, and the numbers to follow it by. The shop's own delivery has none. */
export function OrderParcels({ parcels, shippedAt, progress = [] }: OrderParcelsProps) {
  const sent = shippedAt === undefined ? '' : `${momentText(shippedAt)} 发出`;
  if (parcels.length === 0) return <Parcel who="店家配送" where={sent} />;
  return (
    <View>
      {parcels.map(({ carrier, trackingNumber }) => (
        <View key={trackingNumber} className="order-parcel">
          <Parcel
            who={`${carriers[carrier]}　${trackingNumber}`}
            where={sent}
            onCopy={() => void copyText(trackingNumber)}
          />
          <ParcelTrack progress={progress.find((each) => each.trackingNumber === trackingNumber)?.progress} />
        </View>
      ))}
    </View>
  );
}

function Parcel({ who, where, onCopy }: { who: string; where: string; onCopy?: () => void }) {
  return (
    <View className="order-receiver">
      <Icon name="truck" size={20} />
      <View className="order-receiver__words">
        <Text id="order-parcel" className="order-receiver__who">
          {who}
        </Text>
        <Text className="order-receiver__where">{where}</Text>
      </View>
      {onCopy && <IconButton icon="copy" size={16} label="复制快递单号" onPress={onCopy} />}
    </View>
  );
}
