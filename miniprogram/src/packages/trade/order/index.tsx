import { OrderFacts, OrderReceiver } from '@/features/order/OrderFacts';
import { OrderLines } from '@/features/order/OrderLines';
import { OrderParcels } from '@/features/order/OrderParcels';
import { OrderStatusHead } from '@/features/order/OrderStatusHead';
import { PriceLines } from '@/features/order/PriceLines';
import { refusalText } from '@/features/order/refusalText';
import { useOrder } from '@/features/order/useOrder';
import { goBack, useRouteParams } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** One order: where it stands, what is in it, what can be done. */
export default function OrderPage() {
  const { orderId } = useRouteParams('order');
  const { order, paying, cancelling, receiving } = useOrder(orderId);
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
  if (fault && !data)
    return (
      <Screen>
        <ErrorBlank onRetry={() => void refresh()} />
      </Screen>
    );
  if (!data)
    return (
      <Screen>
        <SkeletonList />
      </Screen>
    );

  const awaiting = data.status === 'awaitingPayment';
  return (
    <Screen
      bar={
        (awaiting && (
          <>
            <Button id="cancel-order" kind="quiet" busy={cancelling.busy} onPress={() => void cancelling.run()}>
              取消订单
            </Button>
            <Button id="pay-now" wide busy={paying.busy} onPress={() => void paying.run()}>
              继续支付
            </Button>
          </>
        )) ||
        (data.status === 'shipped' && (
          <Button id="confirm-receipt" wide busy={receiving.busy} onPress={() => void receiving.run()}>
            确认收货
          </Button>
        ))
      }
    >
      <OrderStatusHead order={data} onTimeUp={() => void refresh()} />
      {data.shippedAt !== undefined && (
        <Panel>
          <OrderParcels parcels={data.parcels} shippedAt={data.shippedAt} />
        </Panel>
      )}
      <Panel>
        <OrderReceiver receiver={data.receiver} />
      </Panel>
      <Panel title={data.shopName}>
        <OrderLines lines={data.lines} />
      </Panel>
      <Panel>
        <PriceLines price={data.price} totalLabel={data.paidAt === undefined ? '应付' : '实付'} />
      </Panel>
      <Panel>
        <OrderFacts order={data} />
      </Panel>
    </Screen>
  );
}
