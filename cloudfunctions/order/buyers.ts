import { _, db } from '../_runtime/database';
import { moneyOf } from './derived';
import type { OrderRecord } from './OrderRecord';

/** What somebody bought at one shop, by orders of which some money stayed. Amounts are fen, moments ms since 1970. */
export interface BuyerSum {
  openId: string;
  unionId?: string;
  orders: number;
  /** Net of refunds. */
  amount: number;
  firstPaidAt: number;
  lastPaidAt: number;
  /** Of the last of them. */
  name: string;
  phone: string;
}

const $ = _.aggregate;
const refunded = $.sum(
  $.map({
    input: $.filter({ input: '$refunds', as: 'refund', cond: $.eq(['$$refund.state', 'done']) }),
    as: 'refund',
    in: '$$refund.amount',
  }),
);

/** What these persons (at most 100) bought at a shop, by openid; who bought nothing is missing. Added up in the database. */
export async function sumBuyers(shopId: string, openIds: readonly string[]): Promise<ReadonlyMap<string, BuyerSum>> {
  const { data } = await db
    .collection('orders')
    .aggregate()
    .match({ shopId, openId: _.in([...openIds]), 'payment.paidAt': _.gt(0) })
    .project({
      ...{ openId: 1, unionId: 1, paidAt: '$payment.paidAt', name: '$receiver.name', phone: '$receiver.phone' },
      net: $.subtract(['$payment.amount', refunded]),
    })
    .match({ net: _.gt(0) })
    .sort({ paidAt: 1 })
    .group({
      _id: '$openId',
      ...{ orders: $.sum(1), amount: $.sum('$net'), firstPaidAt: $.first('$paidAt'), lastPaidAt: $.last('$paidAt') },
      ...{ name: $.last('$name'), phone: $.last('$phone'), unionId: $.last('$unionId') },
    })
    .limit(100)
    .end();
  return new Map(
    (data as (Omit<BuyerSum, 'openId' | 'unionId'> & { _id: string; unionId?: string | null })[]).map(
      ({ _id: openId, unionId, ...sums }) => [openId, { openId, ...sums, ...(unionId && { unionId }) }],
    ),
  );
}

/** An order whose customer is still to be told of its money. */
export type OrderToTell = Pick<
  OrderRecord,
  '_id' | 'version' | 'shopId' | 'openId' | 'unionId' | 'payment' | 'refunds'
>;

/** Orders whose customers are still to be told; at most `limit`. */
export async function readOrdersToTell(limit: number): Promise<OrderToTell[]> {
  const { data } = await db
    .collection('orders')
    .where({ customerDue: true })
    .field({ version: true, shopId: true, openId: true, unionId: true, payment: true, refunds: true })
    .limit(limit)
    .get();
  return data as OrderToTell[];
}

/** Notes that the customer has been told of an order as it was read; one that changed meanwhile is told again. */
export const noteOrderTold = (order: OrderToTell) =>
  db
    .collection('orders')
    .where({ _id: order._id, version: order.version })
    .update({ customerDue: _.remove(), toldCustomer: moneyOf(order) });
