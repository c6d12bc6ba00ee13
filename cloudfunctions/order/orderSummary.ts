import type { OutputOf } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { type CaseRecord, isStuck, type OrderCoupon, type OrderRecord } from './OrderRecord';

/** An order as lists show it. */
export const orderSummary = (order: OrderRecord): OutputOf<OrderContract['listOrders']>['orders'][number] => ({
  orderId: order._id,
  shopId: order.shopId,
  shopName: order.shopName,
  status: order.status,
  way: order.way,
  lines: order.lines.map(({ paid: _paid, ...line }) => line),
  toPay: order.price.toPay,
  placedAt: order.placedAt,
  openCases: order.openCases,
});

type View = Omit<OutputOf<OrderContract['getOrder']>, 'pickupCode' | 'counter'>;

/** An order with everything that both the shopper and the shop may see of it. */
export function orderView(order: OrderRecord): View {
  const { price, receiver, note, payBefore, payment, cancelledAt, parcels, shippedAt, readyAt, receivedAt } = order;
  return {
    ...orderSummary(order),
    lines: order.lines,
    ...(order.coupon && { coupon: couponView(order.coupon) }),
    ...{ price, receiver, note, payBefore },
    parcels: parcels.map(({ waybillToken: _token, ...parcel }) => parcel),
    together: order.checkout.orderIds,
    ...(payment && { paidAt: payment.paidAt }),
    ...(cancelledAt && { cancelledAt }),
    ...(shippedAt && { shippedAt }),
    ...(readyAt && { readyAt }),
    ...(receivedAt && { receivedAt }),
    cases: order.cases.map((each) => caseView(order, each)),
    ...(order.invoice && { invoice: { state: order.invoice.state, title: order.invoice.title } }),
  };
}

const couponView = ({ name, state, validUntil }: OrderCoupon): View['coupon'] => ({ name, state, validUntil });

function caseView({ refunds }: OrderRecord, each: CaseRecord): View['cases'][number] {
  const refund = refunds.find(({ caseId }) => caseId === each.caseId);
  const stuck = refund !== undefined && isStuck(refund);
  return { ...each, ...(refund?.doneAt && { refundedAt: refund.doneAt }), ...(stuck && { stuck }) };
}
