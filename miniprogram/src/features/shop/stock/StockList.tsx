import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { open } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { AdjustSheet } from './AdjustSheet';
import { BulkBar } from './BulkBar';
import { BulkSheet } from './BulkSheet';
import { deltaOf } from './StockDeed';
import { StockRow } from './StockRow';
import './StockList.scss';
import { StockTools } from './StockTools';
import { UnsyncedPanel } from './UnsyncedPanel';
import { useBulkEdit } from './useBulkEdit';
import { useStockAdjustment } from './useStockAdjustment';
import { useStockDeeds } from './useStockDeeds';
import { type ShownStock, useStockList } from './useStockList';

/** A shop's stock, what runs low first: found, adjusted on the spot, counted, or changed many at once. */
export function StockList({ shopId, show = 'all' }: { shopId: string; show?: ShownStock }) {
  const stock = useStockList(shopId, show);
  const { list, skus } = stock;
  const deeds = useStockDeeds(shopId, list.refresh);
  const adjusting = useStockAdjustment(shopId, deeds.add);
  const bulk = useBulkEdit(shopId, deeds.add, list.refresh);
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  return (
    <View>
      <StockTools stock={stock} />
      <View className="stock-list__deeds">
        <Button id="stock-count" size="s" kind="second" icon="check" onPress={() => open('stockCount', { shopId })}>
          盘点
        </Button>
        <Button id="stock-bulk" size="s" kind="quiet" onPress={bulk.toggle}>
          {bulk.chosen ? '取消批量' : '批量'}
        </Button>
      </View>
      <UnsyncedPanel
        waiting={deeds.waiting}
        conflicts={deeds.conflicts}
        onSend={deeds.send}
        onSettle={(conflict, { instead }) => void deeds.settle(conflict, ...(instead ? [instead] : []))}
      />
      <Rows stock={stock}>
        <LongList
          frame="panel"
          rows={skus}
          row={(sku) => (
            <StockRow
              key={sku.skuId}
              shopId={shopId}
              sku={sku}
              waiting={deeds.waiting.filter(({ skuId }) => skuId === sku.skuId).map(deltaOf)}
              chosen={bulk.chosen?.some(({ skuId }) => skuId === sku.skuId)}
              onAdjust={adjusting.begin}
              onChoose={bulk.choose}
            />
          )}
          end={list.end}
          onMore={list.loadMore}
        />
      </Rows>
      {bulk.chosen && <BulkBar count={bulk.chosen.length} onAll={() => bulk.chooseAll(skus)} onNext={bulk.begin} />}
      {bulk.isOpen && <BulkSheet bulk={bulk} />}
      <AdjustSheet
        adjustment={adjusting.adjustment}
        busy={adjusting.busy}
        onChange={adjusting.change}
        onSend={adjusting.save}
        onClose={adjusting.close}
      />
    </View>
  );
}

function Rows({ stock, children }: { stock: ReturnType<typeof useStockList>; children: ReactNode }) {
  const { list, skus, words, show } = stock;
  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  if (skus.length > 0) return children;
  if (words) return <Blank icon="search" title={`没有找到“${words}”`} text="换个词，或扫一扫条码" />;
  if (show !== 'all') return <Blank icon="check" title="库存都够" text="没有这样的商品" />;
  return <Blank icon="bag" title="还没有商品" text="上架商品后在这里管理库存" />;
}
