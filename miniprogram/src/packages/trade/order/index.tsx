import type { Output } from '@shared/contract';
import { MessageOffer } from '@/features/crm/MessageOffer';
import { FollowCard } from '@/features/fan/FollowCard';
import { OwnCases } from '@/features/order/afterSale/OwnCases';
import { OrderBar } from '@/features/order/OrderBar';
import { OrderFacts, OrderReceiver } from '@/features/order/OrderFacts';
import { OrderInvoice } from '@/features/order/OrderInvoice';
import { OrderLines } from '@/features/order/OrderLines';
import { OrderParcels } from '@/features/order/OrderParcels';
import { OrderStatusHead } from '@/features/order/OrderStatusHead';
import { PickupCode } from '@/features/order/PickupCode';
import { PriceLines } from '@/features/order/PriceLines';
import { refusalText } from '@/features/order/refusalText';
import { useOrder } from '@/features/order/useOrder';
import { goBack, useRouteParams } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Panel } from '@/ui/Panel';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** One order: where it stands, what is in it, what can be done. */
export default function OrderPage() {
  const { orderId } = useRouteParams('order');
  const { order, tracked, ...deeds } = useOrder(orderId);
  const { data, refusal, fault, refresh } = order;
  usePullToRefresh(refresh);

  if (refusal || !orderId) {
    const unknown = !refusal || refusal.code === 'NOT_FOUND';
    const title = unknown ? '没有找到这笔订单' : refusalText(refusal);
    return (
      <Screen>
        <Blank icon="order" title={title} action={{ label: '返回', run: goBack }} />
      </Screen>
    );
  }
  if (!data)
    return <Screen>{fault ? <ErrorBlank {...unseen} onRetry={() => void refresh()} /> : <SkeletonList />}</Screen>;
  return (
    <Screen bar={<OrderBar order={data} deeds={deeds} />}>
      <OrderStatusHead order={data} onTimeUp={() => void refresh()} />
      {data.paidAt !== undefined && data.cancelledAt === undefined && (
        <>
          <MessageOffer shopId={data.shopId} />
          <FollowCard shopId={data.shopId} place="orderDone" />
        </>
      )}
      <OwnCases order={data} refresh={refresh} />
      <HowItComes order={data} tracked={tracked} />
      <Panel title={data.shopName}>
        <OrderLines lines={data.lines} />
      </Panel>
      <Panel>
        <PriceLines price={data.price} totalLabel={data.paidAt === undefined ? '应付' : '实付'} />
      </Panel>
      <Panel>
        <OrderFacts order={data} />
        {data.paidAt !== undefined && <OrderInvoice order={data} refresh={refresh} />}
      </Panel>
    </Screen>
  );
}

/** Whoever comes from the cashier wants to know this first. */
const unseen = { title: '暂时看不到这笔订单', text: '已提交的订单、付过的款都不会丢，网络好了再看' };

/** The way of the goods to the shopper: a counter to go to, or parcels to a door. */
function HowItComes({ order, tracked }: HowItComesProps) {
  const { way, status, pickupCode, shopName, counter, shippedAt, parcels, receiver } = order;
  if (way === 'pickup') {
    const waiting = status === 'paid' || status === 'readyForPickup';
    return (
      <Panel>
        <PickupCode code={waiting ? pickupCode : undefined} shopName={shopName} counter={counter} />
      </Panel>
    );
  }
  return (
    <>
      {shippedAt !== undefined && (
        <Panel>
          <OrderParcels parcels={parcels} shippedAt={shippedAt} {...(tracked && { progress: tracked })} />
        </Panel>
      )}
      <Panel>
        <OrderReceiver receiver={receiver} />
      </Panel>
    </>
  );
}

interface HowItComesProps {
  order: Output<'order.getOrder'>;
  tracked: Output<'order.trackParcels'>['parcels'] | undefined;
}
