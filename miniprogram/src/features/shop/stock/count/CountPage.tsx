import { Text, View } from '@tarojs/components';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { ListEnd } from '@/ui/ListEnd';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import type { Counting } from '../StockDeed';
import { StockTools } from '../StockTools';
import { UnsyncedPanel } from '../UnsyncedPanel';
import { useStockList } from '../useStockList';
import { signed } from '../waysOut';
import './CountPage.scss';
import { CountRows } from './CountRows';
import { CountSheet } from './CountSheet';
import { useCount } from './useCount';

/** Counts a shop's stock, while orders come in. */
export function CountPage({ shopId }: { shopId: string }) {
  const stock = useStockList(shopId, 'all');
  const { list } = stock;
  const count = useCount(shopId, list.refresh);
  const { deeds, lines } = count;
  useReachEnd(list.loadMore);
  return (
    <Screen bar={<CountBar lines={lines} busy={count.busy} onBook={count.book} />}>
      <Text className="count-page__how">把货架上的都数进来，已卖出还没发走的也算。数的时候照常接单，账不会乱。</Text>
      <StockTools stock={stock} />
      <UnsyncedPanel
        waiting={deeds.waiting}
        conflicts={deeds.conflicts}
        onSend={deeds.send}
        onSettle={(conflict, { instead }) => void deeds.settle(conflict, ...(instead ? [instead] : []))}
      />
      {list.loading && <SkeletonList />}
      {!list.loading && !list.pages && <ErrorBlank onRetry={() => void list.refresh()} />}
      {list.pages && stock.skus.length === 0 && (
        <Blank icon="search" title="没有这样的商品" text="换个词，或扫一扫条码" />
      )}
      {list.pages
        ?.filter(({ skus }) => skus.length > 0)
        .map(({ skus }) => (
          <CountRows key={skus[0]?.skuId} shopId={shopId} skus={skus} lines={lines} onCount={count.begin} />
        ))}
      <ListEnd state={list.end} onMore={list.loadMore} />
      {count.open && (
        <CountSheet
          key={count.open.sku.skuId}
          counted={count.open}
          onNote={(counted) => count.open && count.note(count.open, counted)}
          onClose={count.close}
        />
      )}
    </Screen>
  );
}

function CountBar({ lines, busy, onBook }: { lines: readonly Counting[]; busy: boolean; onBook(): void }) {
  const difference = lines.reduce((sum, { counted, expected }) => sum + counted - expected, 0);
  return (
    <View className="count-page__bar">
      <View className="count-page__sum">
        <Text id="count-sum">{`已数 ${lines.length} 款`}</Text>
        <Text className="count-page__difference">
          {difference === 0 ? '没有差异' : `合计差 ${signed(difference)} 件`}
        </Text>
      </View>
      <Button id="count-book" busy={busy} disabled={lines.length === 0} onPress={onBook}>
        全部入账
      </Button>
    </View>
  );
}
