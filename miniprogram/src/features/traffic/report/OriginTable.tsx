import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { copyText } from '@/platform/copyText';
import { showSnack } from '@/platform/snacks';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { netOf } from './bySource';
import { reportCsv } from './reportCsv';
import { rowText, sourceText } from './sourceText';
import type { LoopReport, LoopRow } from './useLoopReport';
import './OriginTable.scss';

/** As many rows as a screen bears; the copied table has all. */
const shown = 30;

/** Each article, code, share, map …: what it brought, step by step. */
export function OriginTable({ report }: { report: LoopReport }) {
  const copy = async () => {
    await copyText(reportCsv(report));
    showSnack({ text: '表格已复制，可粘贴到 Excel' });
  };
  return (
    <Panel title="每个来源带来了什么">
      {report.rows.slice(0, shown).map((row) => (
        <Row key={`${row.source}:${row.articleId ?? ''}:${row.channel ?? ''}`} row={row} />
      ))}
      {report.rows.length > shown && (
        <Text className="origin-row__steps">{`还有 ${report.rows.length - shown} 个来源，复制表格可见`}</Text>
      )}
      <View className="origin-table__foot">
        <Button id="report-csv" size="s" kind="second" icon="copy" onPress={() => void copy()}>
          复制表格
        </Button>
      </View>
    </Panel>
  );
}

function Row({ row }: { row: LoopRow }) {
  const { source, visits, productViews, orders, follows, again, shares } = row;
  const counts = { 进店: visits, 看商品: productViews, 订单: orders, 回头: again, 关注: follows, 分享: shares };
  const steps = Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : []));
  const title = rowText(row);
  return (
    <View className="origin-row">
      <View className="origin-row__head">
        <Text className="origin-row__name">{title}</Text>
        <Text className="origin-row__net">{yuanText(netOf(row))}</Text>
      </View>
      <Text className="origin-row__steps">
        {[...(title === sourceText[source] ? [] : [sourceText[source]]), ...steps].join(' · ')}
      </Text>
    </View>
  );
}
