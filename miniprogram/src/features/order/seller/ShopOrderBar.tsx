import { Button } from '@/ui/Button';
import { allPiecesLeft } from '../afterSale/refundable';
import type { ShopOrderDeeds, ShopOrderView } from './useShopOrder';

/** What the shop does next with an order; nothing while a case of it waits for an answer. */
export function ShopOrderBar({ order, deeds, mayRefund }: ShopOrderBarProps) {
  const { status, way, openCases } = order;
  const { busy, show } = deeds;
  const paidFor = status === 'paid' || status === 'readyForPickup' || status === 'shipped' || status === 'received';
  const refund = mayRefund && paidFor && allPiecesLeft(order).length > 0 && (
    <Button id="refund-order" kind="quiet" onPress={() => show({ sheet: 'refund' })}>
      主动退款
    </Button>
  );
  const free = openCases === 0;
  return (
    <>
      {refund}
      {status === 'paid' && free && way === 'express' && (
        <Button id="ship-order" wide onPress={() => show({ sheet: 'ship' })}>
          发货
        </Button>
      )}
      {status === 'paid' && free && way === 'local' && (
        <Button id="set-off" wide busy={busy} onPress={() => void deeds.setOff()}>
          开始配送
        </Button>
      )}
      {status === 'paid' && free && way === 'pickup' && (
        <Button id="prepare-pickup" wide kind="second" busy={busy} onPress={() => void deeds.prepare()}>
          备好了
        </Button>
      )}
      {(status === 'paid' || status === 'readyForPickup') && free && way === 'pickup' && (
        <Button id="verify-order" wide onPress={deeds.handOver.begin}>
          核销
        </Button>
      )}
      {status === 'shipped' && order.parcels.length > 0 && (
        <Button id="correct-shipment" wide kind="second" onPress={() => show({ sheet: 'correct' })}>
          更正单号
        </Button>
      )}
    </>
  );
}
interface ShopOrderBarProps {
  order: ShopOrderView;
  deeds: ShopOrderDeeds;
  /** Money goes back only by a manager's hand. */
  mayRefund: boolean;
}
