import { type Fen, fen } from '../../shared/kernel/money';
import { _, db } from '../_runtime/database';

/** Those who first bought at a shop in one week. Amounts are fen. */
export interface CohortSum {
  /** 0 is the week that begins at `from`. */
  week: number;
  people: number;
  /** Of these, those who paid another order since. */
  cameBack: number;
  /** What they paid for all but their first. */
  paidAgain: Fen;
}

const $ = _.aggregate;

/**
 * Persons by the week (of `length` ms, from `from` on) in which they first paid at a shop. Who bought there before that is
 * in none: their orders say so. Added up in the database, from the shop's orders since then.
 */
export async function sumCohorts(shopId: string, from: number, length: number): Promise<CohortSum[]> {
  const { data } = await db
    .collection('orders')
    .aggregate()
    .match({ shopId, 'payment.paidAt': _.gte(from) })
    .sort({ 'payment.paidAt': 1 })
    .group({
      _id: '$openId',
      first: $.first('$payment.paidAt'),
      firstPaid: $.first('$payment.amount'),
      boughtBefore: $.first('$credit.again'),
      orders: $.sum(1),
      paid: $.sum('$payment.amount'),
    })
    .match({ boughtBefore: _.neq(true) })
    .group({
      _id: $.floor($.divide([$.subtract(['$first', from]), length])),
      people: $.sum(1),
      cameBack: $.sum($.cond([$.gt(['$orders', 1]), 1, 0])),
      paidAgain: $.sum($.subtract(['$paid', '$firstPaid'])),
    })
    .limit(100)
    .end();
  return (data as { _id: number; people: number; cameBack: number; paidAgain: number }[]).map(
    ({ _id: week, paidAgain, ...counts }) => ({ ...counts, week, paidAgain: fen(paidAgain) }),
  );
}
