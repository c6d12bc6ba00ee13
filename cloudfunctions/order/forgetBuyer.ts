import { accept } from '../../shared/kernel/operation';
import type { OrderStatus } from '../../shared/order/status';
import { _, db } from '../_runtime/database';
import { changeOrder } from './changeOrder';
import type { OrderRecord } from './OrderRecord';

const underWay: readonly OrderStatus[] = ['awaitingPayment', 'paid', 'shipped', 'readyForPickup', 'refunding'];
const atOnce = 20;

/** A person's orders of which goods, money or an answer are still to come; at most 10. */
export async function readOpenOrders(openId: string): Promise<string[]> {
  const open = _.or([{ status: _.in([...underWay]) }, { openCases: _.gt(0) }]);
  const { data } = await db
    .collection('orders')
    .where(_.and([{ openId }, open]))
    .limit(10)
    .get();
  return (data as OrderRecord[]).map(({ _id }) => _id);
}

/**
 * Takes out of a person's orders whatever tells whose they were, and puts `alias` there. Lines, amounts, payments and what
 * was done when stay: 电子商务法 31 asks for them for three years. Safe twice. Answers how many orders it were.
 */
export async function forgetBuyer(openId: string, alias: string): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const { data } = await db.collection('orders').where({ openId }).limit(atOnce).get();
    const orders = data as OrderRecord[];
    await Promise.all(orders.map((order) => changeOrder(order, (each) => accept(anonymous(each, openId, alias)))));
    forgotten += orders.length;
    if (orders.length < atOnce) return forgotten;
  }
}

function anonymous(order: OrderRecord, openId: string, alias: string): OrderRecord {
  const { unionId: _unionId, invoice, ...kept } = order;
  const nobody = { name: '已注销', phone: '', region: '', detail: '' };
  return {
    ...kept,
    ...{ openId: alias, receiver: nobody, note: '' },
    cases: order.cases.map((each) => ({ ...each, text: '', pictures: [] })),
    history: order.history.map((entry) => (entry.by === openId ? { ...entry, by: alias, note: '' } : entry)),
    // An issued invoice lies with the tax office under its number.
    ...(invoice && { invoice: { ...invoice, title: '', taxNumber: '', email: '' } }),
  };
}
