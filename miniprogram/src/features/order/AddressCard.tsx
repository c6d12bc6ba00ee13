import type { Address } from '@shared/order/shapes';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import './AddressCard.scss';

/** Where a checkout sends to; a tap chooses another address, or adds the first. */
export function AddressCard({ address, onPress }: { address: Address | undefined; onPress(): void }) {
  return (
    <Pressable id="address-card" className="address-card" onPress={onPress}>
      <View className="address-card__pin">
        <Icon name="pin" size={20} />
      </View>
      {address ? (
        <AddressWords address={address} />
      ) : (
        <View className="address-words">
          <Text className="address-words__name">添加收货地址</Text>
          <Text className="address-words__where">填好地址就能下单</Text>
        </View>
      )}
      <Icon name="right" size={18} />
    </Pressable>
  );
}

/** Who receives, and where. */
export function AddressWords({ address }: { address: Address }) {
  return (
    <View className="address-words">
      <View className="address-words__who">
        <Text className="address-words__name">{address.name}</Text>
        <Text className="address-words__phone">{address.phone}</Text>
        {address.isDefault && <Tag text="默认" tone="jade" />}
      </View>
      <Text className="address-words__where">{`${address.region.join(' ')} ${address.detail}`}</Text>
    </View>
  );
}
