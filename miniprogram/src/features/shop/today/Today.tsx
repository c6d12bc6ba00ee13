import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useCall } from '@/platform/useCall';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { ErrorBlank } from '@/ui/Blank';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import { SkeletonList } from '@/ui/Skeleton';
import './Today.scss';
import { type TodayNeed, todayNeeds } from './todayNeeds';

interface TodayProps {
  shopId: string;
  onOpen(need: TodayNeed['key']): void;
  /** Draws the messages that could not be sent, below what needs the shop. */
  unsent(messages: Output<'shop.getToday'>['unsent']): ReactNode;
}

/** What needs the shop now, each a way to where it is done, what could not be sent, and how the day goes. */
export function Today({ shopId, onOpen, unsent }: TodayProps) {
  const today = useCall('shop.getToday', { shopId });
  usePullToRefresh(today.refresh);
  if (today.loading) return <SkeletonList />;
  if (!today.data) return <ErrorBlank onRetry={() => void today.refresh()} />;
  const needs = todayNeeds(today.data.needs);
  return (
    <View>
      {needs.length === 0 && (
        <Panel>
          <View id="today-clear" className="today__clear" role="status">
            <Icon name="check" size={22} />
            <Text>手头的事都办妥了</Text>
          </View>
        </Panel>
      )}
      <View className="today__needs">
        {needs.map(({ key, text, icon, count, urgent }) => (
          <Pressable
            key={key}
            id={`need-${key}`}
            role="link"
            label={`${text} ${count}`}
            className={`today__need ${urgent ? 'today__need--urgent' : ''}`}
            onPress={() => onOpen(key)}
          >
            <View className="today__need-head">
              <Icon name={icon} size={18} />
              <Text>{text}</Text>
            </View>
            <Text className="today__count">{`${count}`}</Text>
          </Pressable>
        ))}
      </View>
      <View>{unsent(today.data.unsent)}</View>
      {today.data.figures && <Figures figures={today.data.figures} />}
    </View>
  );
}

type Days = NonNullable<Output<'shop.getToday'>['figures']>;

function Figures({ figures: { today, yesterday, lastWeek } }: { figures: Days }) {
  const rows = [
    { key: 'paid', label: '收款', of: (day: Days['today']) => yuanText(day.paid) },
    { key: 'orders', label: '付款订单', of: (day: Days['today']) => `${day.orders}` },
    { key: 'visitors', label: '来客', of: (day: Days['today']) => `${day.visitors}` },
  ];
  return (
    <Panel title="今天到现在">
      <View className="today__figures">
        {rows.map(({ key, label, of }) => (
          <View key={key} id={`today-${key}`} className="today__figure">
            <Text className="today__label">{label}</Text>
            <Text className="today__value">{of(today)}</Text>
            <Text className="today__before">{`昨天此时 ${of(yesterday)}`}</Text>
            <Text className="today__before">{`上周此时 ${of(lastWeek)}`}</Text>
          </View>
        ))}
      </View>
    </Panel>
  );
}
