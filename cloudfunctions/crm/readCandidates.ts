import type { SegmentConditions } from '../../shared/crm/segment';
import { _ } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';
import { amountSteps, keyOfWords } from './customerKeys';
import { type CustomerRecord, customers } from './customers';

const day = 86_400_000;

/**
 * Customers of a shop among whom all are that meet the conditions, whoever paid or came last first; at most `limit` beyond
 * `place`. The one condition that an index leaves least of is asked of the database; whoever reads asks the others.
 */
export async function readCandidates(
  shopId: string,
  wanted: SegmentConditions & { words?: string | undefined },
  place: Place | undefined,
  limit: number,
  now: number,
): Promise<CustomerRecord[]> {
  const { boughtWithinDays } = wanted;
  // For whoever bought, `lastAt` is when they did.
  const since = boughtWithinDays === undefined ? [] : [{ lastAt: _.gte(now - boughtWithinDays * day) }];
  const { data } = await customers()
    .where(_.and([{ shopId, ...narrowest(wanted) }, ...since, beyond('lastAt', 'desc', place)]))
    .orderBy('lastAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as CustomerRecord[];
}

/** Each of these has an index that gives the order of the list, too. */
function narrowest(wanted: Parameters<typeof readCandidates>[1]): object {
  const { words, tag, amountAtLeast = 0, classes, families, follows } = wanted;
  if (words !== undefined) return { keys: keyOfWords(words) };
  if (tag !== undefined) return { keys: `t:${tag}` };
  if (classes?.length === 1) return { rfm: classes[0] };
  if (families?.length === 1) return { family: families[0] };
  if (follows !== undefined) return { follows };
  const step = amountSteps.filter((each) => each <= amountAtLeast).at(-1);
  return step === undefined ? {} : { keys: `s:${step}` };
}
