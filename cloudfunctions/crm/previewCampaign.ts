import type { CrmContract } from '../../shared/crm/contract';
import { isInSegment } from '../../shared/crm/segment';
import type { LeftOut } from '../../shared/crm/whyLeftOut';
import { accept } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { countOf } from './countSegment';
import { customerCard } from './customerCard';
import { readCandidates } from './readCandidates';
import { readWhyLeftOut } from './recipients';

/** So many are looked at one by one. */
const mostLooked = 100;
const mostShown = 10;

export const previewCampaign: Handler<CrmContract['previewCampaign']> = async (input, { now }) => {
  const { shopId, conditions, message, gapDays } = input;
  const [count, candidates] = await Promise.all([
    countOf(shopId, conditions, now),
    readCandidates(shopId, conditions, undefined, mostLooked * 5, now),
  ]);
  const people = candidates.filter((each) => isInSegment(each, conditions, now)).slice(0, mostLooked);
  const why = await readWhyLeftOut(people, { message, gapDays }, now);
  const leftOut: Partial<Record<LeftOut, number>> = {};
  for (const because of why.values()) if (because) leftOut[because] = (leftOut[because] ?? 0) + 1;
  return accept({
    ...{ ...count, looked: people.length, leftOut },
    reached: people.filter(({ _id }) => why.get(_id) === undefined).length,
    people: people.slice(0, mostShown).map((customer) => {
      const whyNot = why.get(customer._id);
      return { ...customerCard(customer), ...(whyNot && { whyNot }) };
    }),
  });
};
