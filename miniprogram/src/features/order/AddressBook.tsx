import type { Address } from '@shared/order/shapes';
import { View } from '@tarojs/components';
import { IconButton } from '@/ui/Button';
import { Pressable } from '@/ui/Pressable';
import { AddressWords } from './AddressCard';
import './AddressBook.scss';

interface AddressBookProps {
  addresses: readonly Address[];
  /** A tap on an address. */
  onTap(address: Address): void;
  onEdit(address: Address): void;
  onRemove(address: Address): void;
}

/** All addresses of a shopper, each to take, to edit and to remove. */
export function AddressBook({ addresses, onTap, onEdit, onRemove }: AddressBookProps) {
  return (
    <View className="address-book">
      {addresses.map((address) => (
        <View key={address.addressId} className="address-row">
          <Pressable id={`address-${address.addressId}`} className="address-row__words" onPress={() => onTap(address)}>
            <AddressWords address={address} />
          </Pressable>
          <IconButton icon="pencil" size={18} label={`修改${address.name}的地址`} onPress={() => onEdit(address)} />
          <IconButton icon="trash" size={18} label={`删除${address.name}的地址`} onPress={() => onRemove(address)} />
        </View>
      ))}
    </View>
  );
}
