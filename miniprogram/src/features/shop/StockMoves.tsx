import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { usePages } from '@/platform/usePages';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { reasonText } from './reasonText';
import './StockMoves.scss';

type Move = Output<'shop.listStockMoves'>['moves'][number];

/** What happened to a SKU's stock, newest first. */
export function StockMoves({ shopId, skuId }: { shopId: string; skuId: string }) {
  const list = usePages('shop.listStockMoves', { shopId, skuId });
  useReachEnd(list.loadMore);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const moves = list.pages.flatMap((page) => page.moves);
  if (moves.length === 0) return <Blank icon="clock" title="还没有变动" text="进货、售出和调整都会记在这里" />;
  return (
    <LongList
      frame="panel"
      rows={moves}
      row={(move) => <MoveRow key={move.moveId} move={move} />}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}

function MoveRow({ move: { delta, reason, note, at } }: { move: Move }) {
  return (
    <View className="stock-move">
      <View className="stock-move__words">
        <Text className="stock-move__reason">{reasonText[reason]}</Text>
        <Text className="stock-move__at">{[dayjs(at).format('MM-DD HH:mm'), note].filter(Boolean).join('　')}</Text>
      </View>
      <Text className={`stock-move__delta ${delta > 0 ? 'stock-move__delta--in' : ''}`}>
        {delta > 0 ? `+${delta}` : `−${Math.abs(delta)}`}
      </Text>
    </View>
  );
}
