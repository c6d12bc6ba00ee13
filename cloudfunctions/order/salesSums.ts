import { type Fen, fen } from '../../shared/kernel/money';
import { _, db } from '../_runtime/database';

/** What was sold of one SKU in some time. Amounts are fen. */
export interface SoldSum {
  skuId: string;
  productId: string;
  /** As it was called in the first of these orders. */
  name: string;
  choice: string[];
  picture: string;
  pieces: number;
  paid: Fen;
}

/** What pieces of one SKU had cost the shop, and what was paid for these. */
export interface CostSum {
  skuId: string;
  pieces: number;
  paid: Fen;
  cost: Fen;
}

/** What was paid back for one SKU, and how many of its pieces the shop has again. */
export interface ReturnSum {
  skuId: string;
  pieces: number;
  amount: Fen;
}

const $ = _.aggregate;
/** More SKUs than a shop sells in a day. */
const mostSkus = 1_000;

// What was paid after its order was cancelled goes back by itself: nothing was sold.
const paidIn = (shopId: string, from: number, until: number) =>
  db
    .collection('orders')
    .aggregate()
    .match({ shopId, 'payment.paidAt': _.gte(from).and(_.lt(until)), cancelledAt: _.exists(false) });

/** What was sold of each SKU in orders paid in a time (ms, without its end). Added up in the database. */
export async function sumSold(shopId: string, from: number, until: number): Promise<SoldSum[]> {
  const { data } = await paidIn(shopId, from, until)
    .unwind('$lines')
    .group({
      _id: '$lines.skuId',
      productId: $.first('$lines.productId'),
      name: $.first('$lines.name'),
      choice: $.first('$lines.choice'),
      picture: $.first('$lines.picture'),
      pieces: $.sum('$lines.quantity'),
      paid: $.sum('$lines.paid'),
    })
    .limit(mostSkus)
    .end();
  return (data as (Omit<SoldSum, 'skuId'> & { _id: string })[]).map(({ _id, ...sum }) => ({
    ...sum,
    skuId: _id,
    paid: fen(sum.paid),
  }));
}

/** What these pieces had cost, where it was noted. */
export async function sumCosts(shopId: string, from: number, until: number): Promise<CostSum[]> {
  const { data } = await paidIn(shopId, from, until)
    .unwind('$costs')
    .group({
      _id: '$costs.skuId',
      pieces: $.sum('$costs.quantity'),
      paid: $.sum('$costs.paid'),
      cost: $.sum('$costs.cost'),
    })
    .limit(mostSkus)
    .end();
  return (data as (Omit<CostSum, 'skuId'> & { _id: string })[]).map(({ _id, pieces, paid, cost }) => ({
    ...{ skuId: _id, pieces },
    ...{ paid: fen(paid), cost: fen(cost) },
  }));
}

/** What was paid back for each SKU in a time, whenever it had been bought. A refund of freight alone is no SKU's. */
export async function sumReturned(shopId: string, from: number, until: number): Promise<ReturnSum[]> {
  const { data } = await db
    .collection('orders')
    .aggregate()
    .match({ shopId, 'refunds.doneAt': _.gte(from).and(_.lt(until)) })
    .unwind('$refunds')
    .match({ 'refunds.state': 'done', 'refunds.doneAt': _.gte(from).and(_.lt(until)) })
    .unwind('$cases')
    .project({ cases: 1, isOf: $.eq(['$cases.caseId', '$refunds.caseId']) })
    .match({ isOf: true })
    .unwind('$cases.lines')
    .group({
      _id: '$cases.lines.skuId',
      pieces: $.sum($.cond([$.eq(['$cases.restocked', true]), '$cases.lines.quantity', 0])),
      amount: $.sum('$cases.lines.amount'),
    })
    .limit(mostSkus)
    .end();
  return (data as { _id: string; pieces: number; amount: number }[]).map(({ _id, pieces, amount }) => ({
    ...{ skuId: _id, pieces },
    amount: fen(amount),
  }));
}
