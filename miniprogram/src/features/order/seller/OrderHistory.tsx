import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { momentText } from '../momentText';
import { historyText } from './historyText';
import './OrderHistory.scss';

type Entry = Output<'order.getShopOrder'>['history'][number];

/** Who did what to an order, when and why; the newest first. */
export function OrderHistory({ history }: { history: readonly Entry[] }) {
  const entries = history.map((entry, number) => ({ ...entry, number })).reverse();
  return (
    <View id="order-history" className="history">
      {entries.map(({ number, at, by, what, note }) => (
        <View key={number} className="history__entry">
          <View className="history__dot" />
          <View className="history__words">
            <Text className="history__what">{historyText(what)}</Text>
            {note && <Text className="history__note">{note}</Text>}
            <Text className="history__faint">{`${momentText(at)}　${whoText[by]}`}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

const whoText: Record<Entry['by'], string> = {
  shopper: '买家',
  staff: '店家',
  'WeChat Pay': '微信支付',
  clock: '到时自动',
};
