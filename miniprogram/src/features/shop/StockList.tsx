import { Text, View } from '@tarojs/components';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Icon } from '@/ui/Icon';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { AdjustSheet } from './AdjustSheet';
import { StockRow } from './StockRow';
import { useStockAdjustment } from './useStockAdjustment';
import './StockList.scss';

/** A shop's stock, what runs low first, each to be adjusted on the spot. */
export function StockList({ shopId }: { shopId: string }) {
  const list = usePages('shop.listStock', { shopId });
  const adjusting = useStockAdjustment(shopId, list.refresh);
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  if (list.loading) return <SkeletonList />;
  const [first] = list.pages ?? [];
  if (!first || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;

  const skus = list.pages?.flatMap((page) => page.skus) ?? [];
  if (skus.length === 0) return <Blank icon="bag" title="还没有商品" text="上架商品后在这里管理库存" />;
  return (
    <View>
      {first.lowCount > 0 && (
        <View className="stock-list__alert" role="status">
          <Icon name="alert" size={18} />
          <Text>{`${first.lowCount} 款库存偏低，已排在最前`}</Text>
        </View>
      )}
      <LongList
        frame="panel"
        rows={skus}
        row={(sku) => <StockRow key={sku.skuId} shopId={shopId} sku={sku} onAdjust={adjusting.begin} />}
        end={list.end}
        onMore={list.loadMore}
      />
      <AdjustSheet
        adjustment={adjusting.adjustment}
        busy={adjusting.busy}
        onChange={adjusting.change}
        onSend={adjusting.send}
        onClose={adjusting.close}
      />
    </View>
  );
}
