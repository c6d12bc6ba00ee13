import { AgreeSheet } from './AgreeSheet';
import { DeclineSheet } from './DeclineSheet';
import { InvoiceNumberSheet } from './InvoiceNumberSheet';
import { RefundSheet } from './RefundSheet';
import { SettleSheet } from './SettleSheet';
import { ShipSheet } from './ShipSheet';
import type { ShopOrderDeeds, ShopOrderView } from './useShopOrder';
import { VerifySheet } from './VerifySheet';

/** The sheet that is open on a shop's order, if one is. */
export function ShopOrderSheets({ order, deeds }: { order: ShopOrderView; deeds: ShopOrderDeeds }) {
  const { open, busy, close, handOver } = deeds;
  if (handOver.isOpen) return <VerifySheet handOver={handOver} />;
  if (!open) return null;
  const always = { busy, onClose: close };
  switch (open.sheet) {
    case 'ship': {
      const title = `发货给 ${order.receiver.name}`;
      return <ShipSheet {...always} title={title} action="确认发货" onSend={(parcels) => void deeds.ship(parcels)} />;
    }
    case 'correct':
      return (
        <ShipSheet
          {...always}
          title="更正单号，只能一次"
          first={order.parcels}
          action="确认更正"
          onSend={(parcels) => void deeds.correct(parcels)}
        />
      );
    case 'refund':
      return <RefundSheet {...always} order={order} onRefund={(refund) => void deeds.refund(refund)} />;
    case 'invoice':
      return <InvoiceNumberSheet {...always} onIssue={(number) => void deeds.issueInvoice(number)} />;
    case 'agree': {
      const { one } = open;
      const goodsAreHere = order.shippedAt === undefined && order.receivedAt === undefined;
      return (
        <AgreeSheet
          {...always}
          one={one}
          goodsAreHere={goodsAreHere}
          onAgree={(choice) => void deeds.agree(one, choice)}
        />
      );
    }
    case 'settle': {
      const { one } = open;
      return <SettleSheet {...always} one={one} onAccept={(choice) => void deeds.settle(one, choice)} />;
    }
    case 'decline': {
      const { one, when } = open;
      return <DeclineSheet {...always} onDecline={(answer) => void deeds.decline(one, when, answer)} />;
    }
    default:
      return open satisfies never;
  }
}
