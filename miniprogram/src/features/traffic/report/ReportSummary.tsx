import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { Panel } from '@/ui/Panel';
import { netOf } from './bySource';
import type { LoopReport } from './useLoopReport';
import './ReportSummary.scss';

/** The four figures that a shopkeeper looks for first, and the way from looking to coming back. */
export function ReportSummary({ total }: { total: LoopReport['total'] }) {
  return (
    <>
      <Panel>
        <View className="report-sum">
          <Text className="report-sum__label">成交净额</Text>
          <Text id="report-net" className="report-sum__net">
            {yuanText(netOf(total))}
          </Text>
          <Text className="report-sum__note">
            {total.refunded > 0 ? `实付 ${yuanText(total.paid)}，已退 ${yuanText(total.refunded)}` : '没有退款'}
          </Text>
        </View>
        <View className="report-sum__row">
          <Figure label="进店" value={total.visits} />
          <Figure label="订单" value={total.orders} />
          <Figure label="新关注" value={total.follows} />
          <Figure label="分享" value={total.shares} />
        </View>
      </Panel>
      <Panel title="从进店到回头">
        <Funnel total={total} />
      </Panel>
    </>
  );
}

const Figure = ({ label, value }: { label: string; value: number }) => (
  <View className="report-sum__figure">
    <Text className="report-sum__value">{String(value)}</Text>
    <Text className="report-sum__label">{label}</Text>
  </View>
);

/** Each step as wide as what is left of the first; beside it, how much of the step before. */
function Funnel({ total: { visits, productViews, orders, again } }: { total: LoopReport['total'] }) {
  const steps = [
    { label: '进店', value: visits },
    { label: '看商品', value: productViews },
    { label: '付款', value: orders },
    { label: '回头再买', value: again },
  ];
  const most = Math.max(1, ...steps.map(({ value }) => value));
  return (
    <View id="report-funnel" className="funnel">
      {steps.map(({ label, value }, index) => (
        <View key={label} className="funnel__step">
          <Text className="funnel__label">{label}</Text>
          <View className="funnel__track">
            <View
              className={`funnel__bar funnel__bar--${index}`}
              style={{ width: `${Math.max(2, (100 * value) / most)}%` }}
            />
          </View>
          <Text className="funnel__value">{String(value)}</Text>
          <Text className="funnel__rate">{rateText(value, steps[index - 1]?.value)}</Text>
        </View>
      ))}
    </View>
  );
}

/** How much of the step before; nothing where there was none, or where people did it several times. */
const rateText = (value: number, before: number | undefined): string =>
  before && value <= before ? `${Math.round((100 * value) / before)}%` : '';
