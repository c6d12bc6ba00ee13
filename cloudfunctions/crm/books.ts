import type { Cells } from '../../shared/crm/cells';
import type { Histogram, RfmCuts } from '../../shared/crm/rfm';
import { _, db, insert, readOne } from '../_runtime/database';

/** A walk through all customers of a shop: first they are compared with their orders and measured, then scored and counted. */
export interface BookWalk {
  phase: 'measure' | 'score';
  /** The last customer behind it. */
  after: string;
  histograms: { r: Histogram; f: Histogram; m: Histogram };
  cells: Cells;
}

/** What is kept about all customers of one shop; the id is the shop's. Moments are ms. */
export interface BookRecord {
  _id: string;
  /** Goes up with every step of a walk. */
  version: number;
  /** What parts buyers into fifths; none until a walk has found enough of them. */
  cuts?: RfmCuts;
  cells: Cells;
  /** When a walk last counted them; since then they are added to and taken from. */
  countedAt: number;
  /** When the next step of a walk is due. */
  dueAt: number;
  walk?: BookWalk;
}

const collection = 'customerBooks';

export const readBook = (shopId: string): Promise<BookRecord | undefined> => readOne<BookRecord>(collection, shopId);

/** Counts customers in and out. A shop's first begins its book, which a walk is due for at once. */
export async function addToBook(shopId: string, more: Cells, now: number): Promise<void> {
  const changed = Object.entries(more).filter(([, count]) => count !== 0);
  if (changed.length === 0) return;
  const increments = Object.fromEntries(changed.map(([cell, count]) => [`cells.${cell}`, _.inc(count)]));
  const add = async () => (await db.collection(collection).where({ _id: shopId }).update(increments)).updated === 1;
  if (await add()) return;
  const book: BookRecord = { _id: shopId, version: 1, cells: {}, countedAt: now, dueAt: now };
  await insert(collection, book);
  await add();
}

/** Shops whose walk is due, the longest due first; at most 20. */
export async function readDueBooks(now: number): Promise<BookRecord[]> {
  const due = db.collection(collection).where({ dueAt: _.lte(now) });
  return (await due.orderBy('dueAt', 'asc').limit(20).get()).data as BookRecord[];
}

/** Writes what a step of a walk changes; false when another one took that step. */
export async function stepBook(
  { _id, version }: BookRecord,
  { walk, cells, cuts, ...plain }: Partial<Omit<BookRecord, '_id' | 'version'>>,
): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id, version })
    .update({
      ...plain,
      ...(cells && { cells: _.set(cells) }),
      ...(cuts && { cuts: _.set(cuts) }),
      walk: walk ? _.set(walk) : _.remove(),
      version: version + 1,
    });
  return updated === 1;
}
