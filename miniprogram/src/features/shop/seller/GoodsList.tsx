import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { GoodsRow } from './GoodsRow';
import { useGoods } from './useGoods';
import './GoodsList.scss';

/** A shop's goods in its own order; `mayEdit` for the owner. */
export function GoodsList({ shopId, mayEdit, onCreate }: { shopId: string; mayEdit: boolean; onCreate(): void }) {
  const { list, shown, moving, shelve, raise } = useGoods(shopId);
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  if (shown.length === 0) {
    const create = { label: '上架第一件商品', run: onCreate };
    return (
      <Blank icon="bag" title="还没有商品" text="拍张照片、定个价，就能开卖" {...(mayEdit && { action: create })} />
    );
  }
  return (
    <LongList
      className="goods-list"
      rows={shown}
      row={(goods, index) => (
        <GoodsRow
          key={goods.productId}
          shopId={shopId}
          goods={goods}
          busy={moving === goods.productId}
          {...(mayEdit && { onShelve: shelve })}
          {...(mayEdit && index > 0 && { onRaise: raise })}
        />
      )}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}
