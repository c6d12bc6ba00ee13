import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { Panel } from '@/ui/Panel';
import type { SourceSum } from './bySource';
import { flowImage, type Ribbon, ribbonsOf } from './flowImage';
import { sourceText } from './sourceText';
import './FlowDiagram.scss';

/** Where the people come from, and where the money: for each source a ribbon that gets thinner or thicker on the way. */
export function FlowDiagram({ sums }: { sums: readonly SourceSum[] }) {
  const ribbons = useMemo(() => ribbonsOf(sums), [sums]);
  const image = useMemo(() => `url("${flowImage(ribbons)}")`, [ribbons]);
  if (ribbons.length === 0) return null;
  return (
    <Panel title="客人从哪来，钱从哪来">
      <View className="flow__heads">
        <Text>进店的人</Text>
        <Text>成交的钱</Text>
      </View>
      <View
        id="report-flow"
        className="flow__image"
        role="img"
        ariaLabel="各来源带来的客人和成交"
        style={{ backgroundImage: image }}
      />
      {ribbons.map((ribbon) => (
        <Legend key={ribbon.source} ribbon={ribbon} />
      ))}
    </Panel>
  );
}

const Legend = ({ ribbon: { source, colour, people, money } }: { ribbon: Ribbon }) => (
  <View className="flow__legend">
    <View className="flow__dot" style={{ backgroundColor: colour }} />
    <Text className="flow__name">{source === 'rest' ? '其余来源' : sourceText[source]}</Text>
    <Text className="flow__share">{`客人 ${percent(people)}`}</Text>
    <Text className="flow__share">{`成交 ${percent(money)}`}</Text>
  </View>
);

const percent = (share: number): string => `${Math.round(100 * share)}%`;
