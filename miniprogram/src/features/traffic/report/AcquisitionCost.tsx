import { type Fen, fen, sumFen, yuan, yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import type { SourceSum } from './bySource';
import { sourceText } from './sourceText';
import './AcquisitionCost.scss';

/** What a new buyer of each source cost: what coupons took off, and what the seller says advertisements cost. */
export function AcquisitionCost({ sums, onNote }: { sums: readonly SourceSum[]; onNote(): void }) {
  const shown = sums.filter(({ orders, adSpend, couponOff }) => orders + adSpend + couponOff > 0);
  return (
    <Panel title="每位新客花了多少">
      <View className="cost__row cost__row--head">
        <Text className="cost__name">来源</Text>
        <Text className="cost__cell">券优惠/元</Text>
        <Text className="cost__cell">广告费/元</Text>
        <Text className="cost__cell cost__cell--few">新客</Text>
        <Text className="cost__cell">每位</Text>
      </View>
      {shown.map(({ source, couponOff, adSpend, newBuyers }) => (
        <View key={source} id={`cost-${source}`} className="cost__row">
          <Text className="cost__name">{sourceText[source]}</Text>
          <Text className="cost__cell">{amountText(couponOff)}</Text>
          <Text className="cost__cell">{amountText(adSpend)}</Text>
          <Text className="cost__cell cost__cell--few">{String(newBuyers)}</Text>
          <Text className="cost__cell cost__cell--each">{eachText(sumFen(couponOff, adSpend), newBuyers)}</Text>
        </View>
      ))}
      <View className="cost__foot">
        <Text className="cost__hint">券按顾客真正用掉的金额算；广告费由您记一笔</Text>
        <Button id="note-ad" size="s" kind="second" icon="pencil" onPress={onNote}>
          记广告费
        </Button>
      </View>
    </Panel>
  );
}

const amountText = (amount: Fen): string => (amount === 0 ? '–' : yuan(amount));

/** Per new buyer; of nobody, nothing can be said. */
const eachText = (cost: Fen, newBuyers: number): string =>
  newBuyers === 0 ? '–' : yuanText(fen(Math.round(cost / newBuyers)));
