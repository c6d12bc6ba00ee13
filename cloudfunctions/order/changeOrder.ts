import { accept, type Reply } from '../../shared/kernel/operation';
import { canBecome, type OrderStatus } from '../../shared/order/status';
import type { HistoryEntry, OrderRecord } from './OrderRecord';
import { readOrder, replaceOrder } from './orders';

/** Who does something to an order (an openid, `WeChat Pay` or `clock`), and when. */
export interface Deed {
  by: string;
  at: number;
}

/** What is to become of an order: the order after it, the very same one when that is so already, or a refusal. */
export type Decide<Refusal> = (order: OrderRecord) => Reply<OrderRecord, Refusal>;

/** Nobody is in one order's way for longer: one shopper, some staff, WeChat Pay and the clock. */
const rounds = 8;

/**
 * Changes an order as `decide` says, and decides anew on what is there when somebody else was faster. So a change is
 * always decided on the order that it changes, and a change that is there already is not made twice.
 */
export async function changeOrder<Refusal>(
  read: OrderRecord,
  decide: Decide<Refusal>,
): Promise<Reply<OrderRecord, Refusal>> {
  let order = read;
  for (let round = 0; round < rounds; round += 1) {
    const decision = decide(order);
    if (!decision.ok || decision.value === order) return decision;
    const written = await replaceOrder(order, decision.value);
    if (written) return accept(written) as Reply<OrderRecord, Refusal>;
    const now = await readOrder(order._id);
    if (!now) throw new Error(`order ${order._id} was there and is not`);
    order = now;
  }
  throw new Error(`order ${read._id} keeps changing`);
}

/** The order after a move along the status table; `fields` change with it. */
export function moved(
  order: OrderRecord,
  to: OrderStatus,
  { at, by, note = '' }: Deed & { note?: string },
  fields: Partial<OrderRecord> = {},
): OrderRecord {
  if (!canBecome(order.status, to)) throw new Error(`an order cannot go from ${order.status} to ${to}`);
  return noted({ ...order, ...fields, status: to }, { at, by, what: to, note });
}

/** The order with one more entry in its history. Whatever failed before is tried afresh. */
export function noted({ retry: _retry, ...order }: OrderRecord, entry: HistoryEntry): OrderRecord {
  return { ...order, history: [...order.history, entry] };
}
