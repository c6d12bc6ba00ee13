import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { Panel } from '@/ui/Panel';
import './Cohorts.scss';

type Week = Output<'traffic.getCohorts'>['weeks'][number];

/** New buyers week by week, and how many of them came back. Nothing where nobody ever bought. */
export function Cohorts({ weeks }: { weeks: readonly Week[] }) {
  const shown = weeks.filter(({ people }) => people > 0);
  if (shown.length === 0) return null;
  return (
    <Panel title="新客后来又买了吗">
      {shown.map(({ from, people, cameBack, paidAgain }) => (
        <View key={from} className="cohort">
          <Text className="cohort__week">{weekText(from)}</Text>
          <View className="cohort__track">
            <View className="cohort__bar" style={{ width: `${(100 * cameBack) / people}%` }} />
          </View>
          <Text className="cohort__words">{`${people} 位，回头 ${cameBack}，再付 ${yuanText(paidAgain)}`}</Text>
        </View>
      ))}
    </Panel>
  );
}

/** `2026-11-16` → `11.16 起` */
const weekText = (from: string): string => `${Number(from.slice(5, 7))}.${Number(from.slice(8))} 起`;
