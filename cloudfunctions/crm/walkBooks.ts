import { addCells, cellOf } from '../../shared/crm/cells';
import { cutsOf, type Histogram, type RfmCuts, rfmValues } from '../../shared/crm/rfm';
import { oneDay, startOfChinaDay } from '../../shared/kernel/chinaTime';
import { sumBuyers } from '../order/public';
import { type BookRecord, type BookWalk, readDueBooks, stepBook } from './books';
import { scored } from './composeCustomer';
import { type CustomerRecord, walkCustomers, writeCustomer } from './customers';
import { keepCustomer } from './keepCustomer';

/** Half past three in the night. */
const nightly = 3.5 * 3_600_000;
/** `sumBuyers` takes as many. */
const pageSize = 100;
/** What one run has time for, over all shops. */
const pagesARun = 150;

const noHistograms = { r: {}, f: {}, m: {} };
const begin: BookWalk = { phase: 'measure', after: '', histograms: noHistograms, cells: {} };

/**
 * Walks through the customers of shops that are due, once a night, page by page over as many runs as it takes: makes each
 * agree with their orders, finds the fifths anew, scores and counts. Answers how many customers were looked at.
 */
export async function walkBooks(now: number): Promise<number> {
  let [met, pages] = [0, 0];
  for (const due of await readDueBooks(now)) {
    for (let book: BookRecord | undefined = due; book && pages < pagesARun; pages += 1) {
      const page = await walkCustomers(book._id, book.walk?.after ?? '', pageSize);
      met += page.length;
      book = await walkOn(book, page, now);
    }
  }
  return met;
}

/** Takes one step; answers the book after it, or none when the walk is over or somebody else took the step. */
async function walkOn(book: BookRecord, page: readonly CustomerRecord[], now: number): Promise<BookRecord | undefined> {
  const walk = book.walk ?? begin;
  const walked = walk.phase === 'measure' ? await measure(book, walk, page, now) : await score(book.cuts, walk, page);
  const isLast = page.length < pageSize;
  const after = page.at(-1)?._id ?? walk.after;
  if (!isLast) return take(book, { walk: { ...walked, after } });
  if (walk.phase === 'measure') {
    const cuts = cutsOfAll(walked.histograms);
    return take(book, { ...(cuts && { cuts }), walk: { ...begin, phase: 'score' } });
  }
  await stepBook(book, { cells: walked.cells, countedAt: now, dueAt: nextNight(now) });
  return undefined;
}

async function take(book: BookRecord, step: Partial<BookRecord>): Promise<BookRecord | undefined> {
  return (await stepBook(book, step)) ? { ...book, ...step, version: book.version + 1 } : undefined;
}

/** Makes a page agree with its orders, and adds its buyers to the histograms. */
async function measure(
  { _id: shopId }: BookRecord,
  walk: BookWalk,
  page: readonly CustomerRecord[],
  now: number,
): Promise<BookWalk> {
  const openIds = page.flatMap(({ person }) => person.openId ?? []);
  const bought = await sumBuyers(shopId, openIds);
  const histograms = { r: { ...walk.histograms.r }, f: { ...walk.histograms.f }, m: { ...walk.histograms.m } };
  const wrong: string[] = [];
  for (const { person, orders, amount } of page) {
    const sum = bought.get(person.openId ?? '');
    if (sum) {
      const values = rfmValues(sum);
      for (const each of ['r', 'f', 'm'] as const) addOne(histograms[each], values[each]);
    }
    if (person.openId && (orders !== (sum?.orders ?? 0) || amount !== (sum?.amount ?? 0))) wrong.push(person.openId);
  }
  // What changes of the counts by this is counted in the second phase.
  await Promise.all(wrong.map((openId) => keepCustomer({ shopId, openId }, now)));
  return { ...walk, histograms };
}

function addOne(histogram: Record<string, number>, value: number): void {
  histogram[value] = (histogram[value] ?? 0) + 1;
}

function cutsOfAll({ r, f, m }: { r: Histogram; f: Histogram; m: Histogram }): RfmCuts | undefined {
  const [rCuts, fCuts, mCuts] = [cutsOf(r), cutsOf(f), cutsOf(m)];
  return rCuts && fCuts && mCuts && { r: rCuts, f: fCuts, m: mCuts };
}

/** Scores a page by the new cuts and counts it. One that somebody changes meanwhile is scored by them. */
async function score(cuts: RfmCuts | undefined, walk: BookWalk, page: readonly CustomerRecord[]): Promise<BookWalk> {
  const rescored = page.map((customer) => ({ before: customer, after: scored(customer, cuts) }));
  const changed = rescored.filter(({ before, after }) => cellOf(before) !== cellOf(after));
  await Promise.all(changed.map(({ before, after }) => writeCustomer(before, after)));
  const cells = rescored.reduce((sum, { after }) => addCells(sum, { [cellOf(after)]: 1 }), walk.cells);
  return { ...walk, cells };
}

const nextNight = (now: number): number => startOfChinaDay(now - nightly) + oneDay + nightly;
