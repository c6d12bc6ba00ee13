import type { CrmContract } from '../../shared/crm/contract';
import { isInSegment, type SegmentConditions } from '../../shared/crm/segment';
import { accept, type ParsedInputOf } from '../../shared/kernel/operation';
import { parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { customerCard } from './customerCard';
import { isNamed } from './customerKeys';
import type { CustomerRecord } from './customers';
import { readCandidates } from './readCandidates';

type Find = CrmContract['findCustomers'];
type Input = ParsedInputOf<Find>;

const pageSize = 20;
/** What one page may look at: so many times so many. What is rarer ends in a short page, and the next goes on from there. */
const rounds = 5;
const roundSize = 100;

export const findCustomers: Handler<Find> = async (input, { now }) => {
  const found: CustomerRecord[] = [];
  let place = parseCursor(input.after);
  let size = pageSize + 1;
  for (let round = 0; round < rounds; round += 1) {
    const candidates = await readCandidates(
      input.shopId,
      { ...conditionsOf(input), words: input.words },
      place,
      size,
      now,
    );
    for (const customer of candidates) {
      if (found.length === pageSize) return accept({ customers: found.map(customerCard), next: cursorOf(place) });
      place = { value: customer.lastAt, id: customer._id };
      if (isWanted(customer, input, now)) found.push(customer);
    }
    if (candidates.length < size) return accept({ customers: found.map(customerCard) });
    size = roundSize;
  }
  return accept({ customers: found.map(customerCard), next: cursorOf(place) });
};

const isWanted = (customer: CustomerRecord, input: Input, now: number): boolean =>
  isInSegment(customer, conditionsOf(input), now) && (input.words === undefined || isNamed(customer, input.words));

const conditionsOf = ({ follows, rfm, tag, family, boughtWithinDays, amountAtLeast }: Input): SegmentConditions => ({
  ...{ follows, tag, boughtWithinDays, amountAtLeast },
  ...(rfm && { classes: [rfm] }),
  ...(family && { families: [family] }),
});

const cursorOf = (place: { value: number; id: string } | undefined): string =>
  `${place?.value ?? 0}~${place?.id ?? ''}`;
