import { goBack, open } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { GoodsSales } from './GoodsSales';
import { SalesDays } from './SalesDays';
import { SalesTotal } from './SalesTotal';
import { type Range, type Sales, useSales } from './useSales';

const rangeTabs: readonly { key: Range; text: string }[] = [
  { key: 'today', text: '今天' },
  { key: 'week', text: '近 7 天' },
  { key: 'month', text: '近 28 天' },
];

/** What a shop sold: how much and what it earned, day by day, and each of its goods. */
export function SalesReport({ shopId }: { shopId: string }) {
  const { range, choose, sales } = useSales(shopId);
  const { data, fault, refusal, refresh } = sales;
  usePullToRefresh(refresh);
  if (refusal) return <Blank icon="store" title="只有店长能看" action={{ label: '返回', run: goBack }} />;
  return (
    <>
      <Tabs<Range> tabs={rangeTabs} chosen={range} onChoose={choose} />
      {data && <Report shopId={shopId} sales={data} />}
      {!data && (fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />)}
    </>
  );
}

function Report({ shopId, sales }: { shopId: string; sales: Sales }) {
  const { total, days, goods, idle } = sales;
  if (goods.length === 0 && idle.length === 0) {
    const first = { label: '去上架商品', run: () => open('goods', { shopId }) };
    return <Blank icon="chart" title="还没有可看的数据" text="商品卖出以后，这里会写着卖得怎么样" action={first} />;
  }
  return (
    <>
      <SalesTotal total={total} />
      <SalesDays days={days} />
      <GoodsSales goods={goods} idle={idle} />
    </>
  );
}
