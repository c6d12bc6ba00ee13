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
