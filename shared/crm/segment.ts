import type { Rfm, RfmClass } from './rfm';
import type { SourceFamily } from './sourceFamily';

/** Which customers a segment holds; all conditions must hold, and what is not said does not matter. Amounts are fen. */
export interface SegmentConditions {
  follows?: boolean | undefined;
  /** One of these. */
  classes?: readonly RfmClass[] | undefined;
  /** The last that brought them was one of these. */
  families?: readonly SourceFamily[] | undefined;
  tag?: string | undefined;
  boughtWithinDays?: number | undefined;
  /** Bought, but not within these days. */
  notBoughtForDays?: number | undefined;
  amountAtLeast?: number | undefined;
  ordersAtLeast?: number | undefined;
}

/** What conditions look at. `lastPaidAt` is ms since 1970. */
export interface SegmentFacts extends Rfm {
  follows: boolean;
  rfm: RfmClass;
  family: SourceFamily;
  tags: readonly string[];
  orders: number;
  amount: number;
  lastPaidAt?: number;
}

const day = 86_400_000;

/** Whether a customer is in a segment at `now` (ms). */
export function isInSegment(facts: SegmentFacts, conditions: SegmentConditions, now: number): boolean {
  const { tag, boughtWithinDays, notBoughtForDays, amountAtLeast = 0, ordersAtLeast = 0 } = conditions;
  const since = facts.lastPaidAt === undefined ? undefined : (now - facts.lastPaidAt) / day;
  return (
    isInCell(facts, conditions) &&
    (tag === undefined || facts.tags.includes(tag)) &&
    (boughtWithinDays === undefined || (since !== undefined && since <= boughtWithinDays)) &&
    (notBoughtForDays === undefined || (since !== undefined && since > notBoughtForDays)) &&
    facts.amount >= amountAtLeast &&
    facts.orders >= ordersAtLeast
  );
}

/** The conditions that counts are kept for. */
export const isInCell = (
  { follows, rfm, family }: Pick<SegmentFacts, 'follows' | 'rfm' | 'family'>,
  conditions: SegmentConditions,
): boolean =>
  (conditions.follows === undefined || conditions.follows === follows) &&
  (conditions.classes === undefined || conditions.classes.includes(rfm)) &&
  (conditions.families === undefined || conditions.families.includes(family));

/** Whether conditions ask only for what counts are kept for. */
export const asksForCells = ({
  tag,
  boughtWithinDays,
  notBoughtForDays,
  amountAtLeast,
  ordersAtLeast,
}: SegmentConditions): boolean =>
  [tag, boughtWithinDays, notBoughtForDays, amountAtLeast, ordersAtLeast].every((each) => each === undefined);
