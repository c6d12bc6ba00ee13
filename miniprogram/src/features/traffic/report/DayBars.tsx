import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { Panel } from '@/ui/Panel';
import { netOf } from './bySource';
import type { LoopReport } from './useLoopReport';
import './DayBars.scss';

/** What each day brought in, after refunds. One day needs no bars. */
export function DayBars({ days }: { days: LoopReport['days'] }) {
  if (days.length < 2) return null;
  const most = Math.max(1, ...days.map(netOf));
  return (
    <Panel title="每天成交">
      <View className="day-bars" role="img" ariaLabel={`最多的一天 ${yuanText(maxNet(days))}`}>
        {days.map((each) => (
          <View key={each.day} className="day-bars__day">
            <View
              className={`day-bars__bar ${netOf(each) === 0 ? 'day-bars__bar--none' : ''}`}
              style={{ height: `${Math.max(2, (100 * netOf(each)) / most)}%` }}
            />
          </View>
        ))}
      </View>
      <View className="day-bars__ends">
        <Text>{shortDay(days[0]?.day)}</Text>
        <Text>{`最高 ${yuanText(maxNet(days))}`}</Text>
        <Text>{shortDay(days.at(-1)?.day)}</Text>
      </View>
    </Panel>
  );
}

const maxNet = (days: LoopReport['days']) => days.map(netOf).reduce((one, other) => (other > one ? other : one));

/** `2026-11-02` → `11.2` */
const shortDay = (day = ''): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
