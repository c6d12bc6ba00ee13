import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import { classText, sourceText } from './customerText';
import './CustomerRow.scss';

/** A customer as lists show them. */
export type Customer = Output<'crm.findCustomers'>['customers'][number];

/** One customer of a list; a tap opens them. `aside` says more about them here. */
export function CustomerRow({ customer, aside, onOpen }: CustomerRowProps) {
  const { customerId, name, phoneTail, follows, orders, amount, source, rfm, tags } = customer;
  const bought = orders > 0 ? `${orders} 单 · ${yuanText(amount)}` : '还没有买过';
  return (
    <Pressable id={`customer-${customerId}`} role="link" className="customer-row" onPress={onOpen}>
      <View className="customer-row__face">
        <Icon name="user" size={22} />
      </View>
      <View className="customer-row__words">
        <View className="customer-row__head">
          <Text className="customer-row__name">{phoneTail ? `${name} · ${phoneTail}` : name}</Text>
          <Tag text={classText[rfm]} tone={rfm === 'notBought' ? 'plain' : 'gold'} />
          {follows && <Tag text="已关注" tone="jade" />}
        </View>
        <Text className="customer-row__facts">{`${bought} · ${source === 'direct' ? '' : '来自'}${sourceText[source]}`}</Text>
        {tags.length > 0 && <Text className="customer-row__tags">{tags.map((tag) => `#${tag}`).join(' ')}</Text>}
        {aside}
      </View>
      <Icon name="right" size={18} />
    </Pressable>
  );
}
interface CustomerRowProps {
  customer: Customer;
  aside?: ReactNode;
  onOpen(): void;
}
