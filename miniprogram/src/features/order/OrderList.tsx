import type { OrderStatus } from '@shared/order/status';
import { open } from '@/platform/navigate';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { OrderCard } from './OrderCard';
import './OrderList.scss';

interface OrderListProps {
  status: OrderStatus | 'all';
  /** Words in the names of the goods; empty finds all. */
  words: string;
}

/** The shopper's orders in one status, or all of them, newest first. */
export function OrderList({ status, words }: OrderListProps) {
  const list = usePages('order.listOrders', { ...(status !== 'all' && { status }), ...(words && { words }) });
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const orders = list.pages.flatMap((page) => page.orders);
  if (orders.length === 0 && words) return <Blank icon="search" title={`没有找到“${words}”的订单`} text="换个词试试" />;
  if (orders.length === 0) {
    const browse = { label: '去逛逛', run: () => open('home', {}) };
    return <Blank icon="order" title="还没有相关订单" text="买到的好物会出现在这里" action={browse} />;
  }
  return (
    <LongList
      className="order-list"
      rows={orders}
      row={(order) => <OrderCard key={order.orderId} order={order} />}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}
