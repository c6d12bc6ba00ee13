import type { Output } from '@shared/contract';
import { kindsFor } from '@shared/order/afterSale';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { allPiecesLeft } from './afterSale/refundable';
import { stageText } from './stageText';
import type { useOrder } from './useOrder';

type Deeds = Omit<ReturnType<typeof useOrder>, 'order' | 'tracked'>;

/** What a shopper can do with an order as it stands; the likeliest is at the right. */
export function OrderBar({ order, deeds }: { order: Output<'order.getOrder'>; deeds: Deeds }) {
  const { orderId, status } = order;
  const canAsk = kindsFor(status).length > 0 && allPiecesLeft(order).length > 0;
  const askAfterSale = (
    <Button id="ask-after-sale" wide kind="quiet" onPress={() => open('afterSale', { orderId })}>
      申请售后
    </Button>
  );
  switch (status) {
    case 'awaitingPayment':
      return (
        <>
          <Button id="cancel-order" kind="quiet" busy={deeds.busy} onPress={() => void deeds.cancel(order)}>
            取消订单
          </Button>
          <Button id="pay-now" wide busy={deeds.paying.busy} onPress={() => void deeds.paying.run()}>
            {deeds.paying.busy ? stageText[deeds.stage] : '继续支付'}
          </Button>
        </>
      );
    case 'paid':
      return canAsk ? (
        <>
          {askAfterSale}
          <Button id="cancel-paid" wide kind="second" busy={deeds.busy} onPress={() => void deeds.cancelPaid(order)}>
            取消并退款
          </Button>
        </>
      ) : null;
    case 'shipped':
      return (
        <>
          {canAsk && askAfterSale}
          <Button id="confirm-receipt" wide busy={deeds.busy} onPress={() => void deeds.receive(order)}>
            确认收货
          </Button>
        </>
      );
    case 'readyForPickup':
      return canAsk ? askAfterSale : null;
    default:
      return (
        <>
          {canAsk && askAfterSale}
          <Button
            id="buy-again"
            wide
            kind="second"
            busy={deeds.buyingAgain.busy}
            onPress={() => void deeds.buyingAgain.run()}
          >
            再次购买
          </Button>
        </>
      );
  }
}
