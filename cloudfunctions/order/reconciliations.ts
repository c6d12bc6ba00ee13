import { _, db, insert, readMany } from '../_runtime/database';

/** How far the comparison with one day's bill got. `_id` is the day in China, `2026-11-22`. */
export interface BillRecord {
  _id: string;
  /** Lines of the bill that were compared. */
  compared: number;
  finishedAt?: number;
}

/** What WeChat Pay and we disagree on. Amounts are fen; 0 stands for "not known". */
export interface Differences {
  paidThereNotHere: { orderId: string; transactionId: string; amount: number }[];
  paidHereNotThere: { orderId: string; amount: number }[];
  amountDiffers: { orderId: string; here: number; there: number }[];
  refundDiffers: {
    orderId: string;
    refundId: string;
    here: number;
    there: number;
    stateHere: string;
    stateThere: string;
  }[];
}

/** Both agree. */
export const noDifferences = (): Differences => ({
  ...{ paidThereNotHere: [], paidHereNotThere: [] },
  ...{ amountDiffers: [], refundDiffers: [] },
});

/** One day's differences, for people. `_id` is the day; a day without any has empty lists. */
export type ReconciliationRecord = Differences & { _id: string };

export const readBills = (dates: readonly string[]): Promise<BillRecord[]> => readMany<BillRecord>('bills', dates);

/** Begins a day: its bill, and its differences, of which there are none yet. Fine if it was begun before. */
export async function beginDay(date: string): Promise<void> {
  await Promise.all([
    insert('bills', { _id: date, compared: 0 } as BillRecord),
    insert('reconciliations', { _id: date, ...noDifferences() } as ReconciliationRecord),
  ]);
}

export async function noteBill(date: string, progress: Partial<Omit<BillRecord, '_id'>>): Promise<void> {
  await db.collection('bills').doc(date).update(progress);
}

/** Adds differences to a day's; one that is there already is not added again. */
export async function addDifferences(date: string, found: Differences): Promise<void> {
  const kinds = Object.entries(found).filter(([, each]) => each.length > 0);
  if (kinds.length === 0) return;
  const added = Object.fromEntries(kinds.map(([kind, each]) => [kind, _.addToSet({ $each: each })]));
  await db.collection('reconciliations').doc(date).update(added);
}

const day = 86_400_000;

/** Of the last three days those on which money is in question: what a notify had missed was settled, and does not count. */
export async function readDaysThatDiffer(now: number): Promise<string[]> {
  const dates = [1, 2, 3].map((back) => new Date(now + day / 3 - back * day).toISOString().slice(0, 10));
  const found = await readMany<ReconciliationRecord>('reconciliations', dates);
  const differs = ({ amountDiffers, refundDiffers, paidHereNotThere }: Differences) =>
    amountDiffers.length + refundDiffers.length + paidHereNotThere.length > 0;
  return found.filter(differs).map(({ _id }) => _id);
}
