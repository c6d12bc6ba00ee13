import { oneDay, startOf } from '../../shared/kernel/chinaTime';
import { noteRefund } from './finishOrder';
import { markPaid } from './markPaid';
import type { OrderRecord } from './OrderRecord';
import { readOrders, readPaymentsOf } from './orders';
import {
  addDifferences,
  type BillRecord,
  beginDay,
  type Differences,
  noDifferences,
  noteBill,
} from './reconciliations';
import { type BillLine, fetchTradeBill } from './tradeBill';

/** As many orders as one query reads. */
const pageSize = 100;
/** 10 000 lines a minute, far within the time of one run; the next minute goes on. */
const mostPages = 100;

/**
 * Compares a day's bill with our orders, a page at a time, notes what differs, and settles what can be settled safely: a
 * payment or a refund that we missed. `known` is how far an earlier run got. Answers how many lines it compared.
 */
export async function reconcileDay(date: string, known: BillRecord | undefined, now: number): Promise<number> {
  const lines = await fetchTradeBill(date);
  if (lines === 'notReady') return 0;
  if (!known) await beginDay(date);
  const start = known?.compared ?? 0;
  const end = Math.min(lines.length, start + mostPages * pageSize);
  for (let at = start; at < end; at += pageSize) {
    const page = lines.slice(at, Math.min(at + pageSize, end));
    await comparePage(date, page, now);
    await noteBill(date, { compared: at + page.length });
  }
  if (end === lines.length) {
    await findUnknownThere(date, lines);
    await noteBill(date, { finishedAt: now });
  }
  return end - start;
}

async function comparePage(date: string, page: readonly BillLine[], now: number): Promise<void> {
  const ids = [...new Set(page.map(({ orderId }) => orderId))];
  const orders = new Map((await readOrders(ids)).map((order) => [order._id, order]));
  const missed = page.filter((line) => isMissed(orders.get(line.orderId), line));
  // Noted before it is settled: afterwards nobody could tell.
  await addDifferences(date, differencesOf(page, orders));
  await Promise.all(missed.map((line) => settle(orders.get(line.orderId), line, now)));
}

/** What a page of the bill and our orders disagree on. */
function differencesOf(page: readonly BillLine[], orders: ReadonlyMap<string, OrderRecord>): Differences {
  const found = noDifferences();
  for (const line of page) {
    const order = orders.get(line.orderId);
    if (line.is === 'payment') comparePayment(found, line, order);
    else compareRefund(found, line, order);
  }
  return found;
}

type PaymentLine = Extract<BillLine, { is: 'payment' }>;
type RefundLine = Extract<BillLine, { is: 'refund' }>;

function comparePayment(found: Differences, line: PaymentLine, order: OrderRecord | undefined): void {
  const { orderId, transactionId, amount: there } = line;
  const here = order?.payment?.amount ?? order?.price.toPay;
  if (!order?.payment) found.paidThereNotHere.push({ orderId, transactionId, amount: there });
  if (here !== undefined && here !== there) found.amountDiffers.push({ orderId, here, there });
}

function compareRefund(found: Differences, line: RefundLine, order: OrderRecord | undefined): void {
  const { orderId, refundId, amount: there, state: stateThere } = line;
  const refund = order?.refunds.find((each) => each.refundId === refundId);
  const here = refund?.amount ?? 0;
  const isDone = stateThere === 'done' || refund?.state === 'done';
  // What is done on neither side moved no money, and one of the two may be tried again under another number.
  if (!isDone || (refund && here === there && refund.state === stateThere)) return;
  found.refundDiffers.push({ orderId, refundId, here, there, stateHere: refund?.state ?? 'unknown', stateThere });
}

/** Whether WeChat Pay knows of a payment or a refund, over our amount, that we have not noted. */
function isMissed(order: OrderRecord | undefined, line: BillLine): boolean {
  if (!order) return false;
  if (line.is === 'payment') return !order.payment && line.amount === order.price.toPay;
  const refund = order.refunds.find(({ refundId }) => refundId === line.refundId);
  return line.state === 'done' && refund !== undefined && refund.state !== 'done' && refund.amount === line.amount;
}

async function settle(order: OrderRecord | undefined, line: BillLine, now: number): Promise<void> {
  if (!order) return;
  if (line.is === 'refund') await noteRefund(order, line.refundId, 'done', now);
  else {
    const { transactionId, amount, paidAt } = line;
    await markPaid(order, { transactionId, amount, paidAt }, now);
  }
}

/** Our payments of that day which the bill does not have. */
async function findUnknownThere(date: string, lines: readonly BillLine[]): Promise<void> {
  const there = new Set(lines.filter(({ is }) => is === 'payment').map(({ orderId }) => orderId));
  const start = startOf(date);
  for await (const payments of readPaymentsOf(start, start + oneDay)) {
    const unknown = payments.filter(({ orderId }) => !there.has(orderId));
    await addDifferences(date, { ...noDifferences(), paidHereNotThere: unknown });
  }
}
