import { Text, View } from '@tarojs/components';
import { Panel } from '@/ui/Panel';
import { netText } from './netText';
import type { Sales } from './useSales';
import './SalesTotal.scss';

/** What came in, what it brought above its cost, and how sure that is. */
export function SalesTotal({ total: { amount, pieces, profit, costed } }: { total: Sales['total'] }) {
  const rate = profit !== undefined && costed > 0 ? `，毛利率 ${Math.round((100 * profit) / costed)}%` : '';
  return (
    <Panel>
      <View className="sales-total">
        <View className="sales-total__figure">
          <Text className="sales-total__label">商品销售额</Text>
          <Text id="sales-amount" className="sales-total__value">
            {netText(amount)}
          </Text>
          <Text className="sales-total__note">{`${pieces} 件，已扣退款，不含运费`}</Text>
        </View>
        <View className="sales-total__figure">
          <Text className="sales-total__label">毛利</Text>
          <Text id="sales-profit" className="sales-total__value">
            {profit === undefined ? '—' : netText(profit)}
          </Text>
          <Text className="sales-total__note">
            {profit === undefined ? '在商品里填上成本价就能看' : basisOf(amount, costed) + rate}
          </Text>
        </View>
      </View>
    </Panel>
  );
}

/** How much of what came in the profit is about. */
const basisOf = (amount: number, costed: number): string =>
  costed === amount ? '全部已填成本' : `按已填成本的 ${netText(costed)} 算`;
