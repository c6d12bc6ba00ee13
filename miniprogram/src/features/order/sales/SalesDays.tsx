import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { netText } from './netText';
import type { Sales } from './useSales';
import './SalesDays.scss';

type Days = Sales['days'];

/** What each day brought in and what of that is profit, as bars or as a table. One day needs neither. */
export function SalesDays({ days }: { days: Days }) {
  const [asTable, showTable] = useState(false);
  if (days.length < 2) return null;
  return (
    <Panel title="每天">
      {asTable ? <DayTable days={days} /> : <DayBars days={days} />}
      <View className="sales-days__foot">
        <Button id="sales-table" size="s" kind="second" onPress={() => showTable(!asTable)}>
          {asTable ? '看图' : '看表'}
        </Button>
      </View>
    </Panel>
  );
}

function DayBars({ days }: { days: Days }) {
  const best = days.reduce((one, other) => (other.amount > one.amount ? other : one));
  const most = Math.max(1, best.amount);
  const percent = (net: number) => `${Math.max(0, (100 * net) / most)}%`;
  return (
    <>
      <View className="sales-days" role="img" ariaLabel={`最多的一天 ${shortDay(best.day)}，${netText(best.amount)}`}>
        {days.map(({ day, amount, profit = 0 }) => (
          <View key={day} className="sales-days__day">
            <View className="sales-days__bar" style={{ height: percent(amount) }}>
              <View
                className="sales-days__profit"
                style={{ height: amount > 0 ? `${Math.max(0, (100 * profit) / amount)}%` : '0' }}
              />
            </View>
          </View>
        ))}
      </View>
      <View className="sales-days__ends">
        <Text>{shortDay(days[0]?.day)}</Text>
        <Text>{`最高 ${netText(best.amount)}`}</Text>
        <Text>{shortDay(days.at(-1)?.day)}</Text>
      </View>
      <View className="sales-days__key">
        <View className="sales-days__swatch" />
        <Text>销售额</Text>
        <View className="sales-days__swatch sales-days__swatch--profit" />
        <Text>其中毛利</Text>
      </View>
    </>
  );
}

const DayTable = ({ days }: { days: Days }) => (
  <View id="sales-days-table" className="sales-days__table">
    <View className="sales-days__row sales-days__row--head">
      {['日期', '件数', '销售额', '毛利'].map((head) => (
        <Text key={head} className="sales-days__cell">
          {head}
        </Text>
      ))}
    </View>
    {[...days].reverse().map(({ day, pieces, amount, profit }) => (
      <View key={day} className="sales-days__row">
        <Text className="sales-days__cell">{shortDay(day)}</Text>
        <Text className="sales-days__cell">{`${pieces}`}</Text>
        <Text className="sales-days__cell">{netText(amount)}</Text>
        <Text className="sales-days__cell">{profit === undefined ? '—' : netText(profit)}</Text>
      </View>
    ))}
  </View>
);

/** `2026-11-02` → `11.2` */
const shortDay = (day = ''): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
