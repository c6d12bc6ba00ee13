import { countCells } from '../../shared/crm/cells';
import type { CrmContract } from '../../shared/crm/contract';
import { asksForCells, isInSegment, type SegmentConditions } from '../../shared/crm/segment';
import { accept, type OutputOf } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readBook } from './books';
import { walkCustomers } from './customers';
import { readCandidates } from './readCandidates';

type Count = OutputOf<CrmContract['countSegment']>;

/** So many are looked at one by one; a segment of a larger crowd is estimated. */
const mostRead = 1_000;

export const countSegment: Handler<CrmContract['countSegment']> = async ({ shopId, conditions }, { now }) =>
  accept(await countOf(shopId, conditions, now));

/**
 * How many customers of a shop meet conditions. One by one where few can; else by the counts that are kept for follow, R, F,
 * M and source, and, where more is asked, by the share of a sample: ids are keyed hashes, so the first of them are one.
 */
export async function countOf(shopId: string, conditions: SegmentConditions, now: number): Promise<Count> {
  const book = await readBook(shopId);
  const kept = countCells(book?.cells ?? {}, conditions);
  const all = countCells(book?.cells ?? {}, {});
  if (asksForCells(conditions) && all > mostRead)
    return { count: kept, exact: false, countedAt: book?.countedAt ?? now };

  const meets = (each: Parameters<typeof isInSegment>[0]) => isInSegment(each, conditions, now);
  const candidates = await readCandidates(shopId, conditions, undefined, mostRead, now);
  if (candidates.length < mostRead) return { count: candidates.filter(meets).length, exact: true, countedAt: now };

  const sample = await walkCustomers(shopId, '', mostRead);
  const share = sample.filter(meets).length / sample.length;
  return { count: Math.min(kept, Math.round(share * all)), exact: false, countedAt: book?.countedAt ?? now };
}
