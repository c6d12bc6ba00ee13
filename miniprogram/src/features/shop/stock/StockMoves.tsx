import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { useState } from 'react';
import { usePages } from '@/platform/usePages';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { type MoveReason, reasonText } from './reasonText';
import './StockMoves.scss';
import { signed } from './waysOut';

type Move = Output<'shop.listStockMoves'>['moves'][number];
type Shown = MoveReason | 'all';

const tabs = (['all', 'sale', 'restock', 'count', 'damage', 'release', 'return', 'undo', 'other'] as const).map(
  (key) => ({
    key,
    text: key === 'all' ? '全部' : reasonText[key],
  }),
);

/** What happened to a SKU's stock, newest first; all of it or what had one reason. */
export function StockMoves({ shopId, skuId }: { shopId: string; skuId: string }) {
  const [shown, show] = useState<Shown>('all');
  const list = usePages('shop.listStockMoves', { shopId, skuId, ...(shown !== 'all' && { reason: shown }) });
  useReachEnd(list.loadMore);
  return (
    <View>
      <Tabs<Shown> tabs={tabs} chosen={shown} onChoose={show} />
      <Moves list={list} isAll={shown === 'all'} />
    </View>
  );
}

type MoveList = ReturnType<typeof usePages<'shop.listStockMoves'>>;

function Moves({ list, isAll }: { list: MoveList; isAll: boolean }) {
  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const moves = list.pages.flatMap((page) => page.moves);
  if (moves.length === 0) {
    const title = isAll ? '还没有变动' : '没有这样的变动';
    return <Blank icon="clock" title={title} text="进货、售出和调整都会记在这里" />;
  }
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

function MoveRow({ move: { delta, reason, note, counted, by, at } }: { move: Move }) {
  const who = by && (by.isMe ? '我' : (by.name ?? roleText[by.role]));
  const facts = [dayjs(at).format('MM-DD HH:mm'), who, counted !== undefined && `数得 ${counted} 件`, note];
  return (
    <View className="stock-move">
      <View className="stock-move__words">
        <Text className="stock-move__reason">{reasonText[reason]}</Text>
        <Text className="stock-move__at">{facts.filter(Boolean).join('　')}</Text>
      </View>
      <Text className={`stock-move__delta ${delta > 0 ? 'stock-move__delta--in' : ''}`}>
        {delta === 0 ? '相符' : signed(delta)}
      </Text>
    </View>
  );
}

const roleText = { owner: '店主', manager: '店长', clerk: '店员' } as const;
