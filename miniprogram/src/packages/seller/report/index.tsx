import { useMemo, useState } from 'react';
import { AcquisitionCost } from '@/features/traffic/report/AcquisitionCost';
import { AdSpendSheet } from '@/features/traffic/report/AdSpendSheet';
import { bySource } from '@/features/traffic/report/bySource';
import { Cohorts } from '@/features/traffic/report/Cohorts';
import { DayBars } from '@/features/traffic/report/DayBars';
import { FlowDiagram } from '@/features/traffic/report/FlowDiagram';
import { FollowPlaces } from '@/features/traffic/report/FollowPlaces';
import { OriginTable } from '@/features/traffic/report/OriginTable';
import { ReportSummary } from '@/features/traffic/report/ReportSummary';
import { type LoopReport, type Range, useLoopReport } from '@/features/traffic/report/useLoopReport';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';

/** What brought people to a shop, what came of it, and what it cost. */
export default function LoopReportPage() {
  const { shopId } = useRouteParams('loopReport');
  if (shopId) return <ShopReport shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

const rangeTabs: readonly { key: Range; text: string }[] = [
  { key: 'today', text: '今天' },
  { key: 'week', text: '近 7 天' },
  { key: 'month', text: '近 31 天' },
];

function ShopReport({ shopId }: { shopId: string }) {
  const { range, choose, report, cohorts, today, yesterday } = useLoopReport(shopId);
  const [noting, note] = useState(false);
  const { data, fault, refusal, refresh } = report;
  if (refusal)
    return (
      <Screen>
        <Blank icon="store" title="只有店里的人能看" action={{ label: '返回', run: goBack }} />
      </Screen>
    );
  const saved = () => {
    note(false);
    showSnack({ text: '已记下' });
    void refresh();
  };
  const days = [
    { day: today, text: '今天' },
    { day: yesterday, text: '昨天' },
  ];
  return (
    <Screen>
      <Tabs<Range> tabs={rangeTabs} chosen={range} onChoose={choose} />
      {data && <Report shopId={shopId} report={data} onNote={() => note(true)} />}
      {!data && (fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />)}
      {data && cohorts.data && <Cohorts weeks={cohorts.data.weeks} />}
      {noting && <AdSpendSheet shopId={shopId} days={days} onClose={() => note(false)} onSaved={saved} />}
    </Screen>
  );
}

function Report({ shopId, report, onNote }: { shopId: string; report: LoopReport; onNote(): void }) {
  const sums = useMemo(() => bySource(report), [report]);
  if (report.rows.length === 0 && report.adSpend.length === 0) {
    const first = { label: '做一个推广码', run: () => open('channels', { shopId }) };
    const text = '有人进店以后，这里会写着他们从哪来、买了多少';
    return <Blank icon="chart" title="这几天还没有客人" text={text} action={first} />;
  }
  return (
    <>
      <ReportSummary total={report.total} />
      <FlowDiagram sums={sums} />
      <DayBars days={report.days} />
      <OriginTable report={report} />
      <FollowPlaces places={report.followPlaces} />
      <AcquisitionCost sums={sums} onNote={onNote} />
    </>
  );
}
