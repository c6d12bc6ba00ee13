import { isOpenCase } from '../../shared/order/afterSale';
import type { SellerNeed } from '../../shared/order/sellerNeeds';
import { isStuck, type NewOrder, type OrderRecord } from './OrderRecord';

const day = 86_400_000;

/** How long a parcel may be under way before its order counts as received, as WeChat does it for express. */
const receivedAfter = 10 * day;
/** How long goods can be complained about after they were received. */
const completedAfter = 15 * day;

/** What follows from an order and is kept with it, so that indexes find it. */
export function derived(order: NewOrder): OrderRecord {
  const openCases = order.cases.filter(({ status }) => isOpenCase(status)).length;
  const { due: _due, needs: _needs, customerDue: _told, ...rest } = order as OrderRecord;
  const due = nextDue(order, openCases);
  const needs = needOf(order);
  const money = moneyOf(order);
  return {
    ...{ ...rest, openCases, keys: keysOf(order) },
    ...(due !== undefined && { due }),
    ...(needs && { needs }),
    ...(money !== undefined && money !== order.toldCustomer && { customerDue: true as const }),
  };
}

/** What was paid for an order and how much of it is back; `undefined` until it is paid. */
export function moneyOf({ payment, refunds }: Pick<OrderRecord, 'payment' | 'refunds'>): string | undefined {
  const back = refunds.filter(({ state }) => state === 'done').reduce((sum, { amount }) => sum + amount, 0);
  return payment && `${payment.paidAt} ${payment.amount - back}`;
}

/** What the clock has to do for an order, if anything. */
export type Duty = 'cancel' | 'finish' | 'receive' | 'complete';

/** What the clock has to do for this order at `now`. */
export function dutyAt(order: OrderRecord, now: number): Duty | undefined {
  if (order.due === undefined || order.due > now) return undefined;
  if (isUnfinished(order)) return 'finish';
  if (order.status === 'awaitingPayment') return 'cancel';
  return order.status === 'shipped' ? 'receive' : 'complete';
}

/** Whether stock, a coupon or money is still to go back, or WeChat still to be told of a parcel; nothing else may hinder that. */
export const isUnfinished = ({ stockReturns, coupon, refunds, shippingInfo }: NewOrder): boolean =>
  stockReturns.length > 0 ||
  coupon?.state === 'toReturn' ||
  refunds.some(({ state }) => state === 'underWay') ||
  shippingInfo?.state === 'toUpload' ||
  shippingInfo?.state === 'toRemind';

function nextDue(order: NewOrder, openCases: number): number | undefined {
  const wanted = naturalDue(order, openCases);
  return wanted === undefined ? undefined : Math.max(wanted, order.retry?.at ?? 0);
}

function naturalDue(order: NewOrder, openCases: number): number | undefined {
  // At once; whoever changed the order tries first, and the clock comes after them.
  if (isUnfinished(order)) return order.history.at(-1)?.at ?? order.placedAt;
  if (order.status === 'awaitingPayment') return order.payBefore;
  if (openCases > 0) return undefined;
  if (order.status === 'shipped') return (order.shippedAt ?? order.placedAt) + receivedAfter;
  if (order.status === 'received') return (order.receivedAt ?? order.placedAt) + completedAfter;
  return undefined;
}

function needOf({ cases, status, way, refunds }: NewOrder): SellerNeed | undefined {
  const answer = cases.some((each) => each.status === 'requested' || each.status === 'returning');
  if (answer || refunds.some(isStuck)) return 'answer';
  if (status === 'readyForPickup' || (status === 'paid' && way === 'pickup')) return 'handOver';
  return status === 'paid' ? 'ship' : undefined;
}

function keysOf({ _id, receiver, parcels, pickupCode }: NewOrder): string[] {
  const numbers = parcels.map(({ trackingNumber }) => trackingNumber);
  const { name, phone } = receiver;
  return [_id, name, phone, phone.slice(-4), ...numbers, ...(pickupCode ? [pickupCode] : [])];
}
