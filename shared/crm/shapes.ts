import * as v from 'valibot';
import { Fen, Id, Moment, Text } from '../kernel/schemas';
import { sources } from '../traffic/sources';
import { rfmClasses, type Score } from './rfm';
import { sourceFamilies } from './sourceFamily';

/** Shapes that several operations take or give. */

/** A customer's id: made from shop and person, so it tells neither. */
export const CustomerId = v.pipe(Id, v.length(32));

export const Tag = Text(12);

const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650));

/** Which customers a segment holds: see `segment.ts`. */
export const Conditions = v.object({
  follows: v.optional(v.boolean()),
  classes: v.optional(v.pipe(v.array(v.picklist(rfmClasses)), v.minLength(1), v.maxLength(rfmClasses.length))),
  families: v.optional(v.pipe(v.array(v.picklist(sourceFamilies)), v.minLength(1), v.maxLength(sourceFamilies.length))),
  tag: v.optional(Tag),
  boughtWithinDays: v.optional(Days),
  notBoughtForDays: v.optional(Days),
  amountAtLeast: v.optional(Fen),
  ordersAtLeast: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
});

const ScoreOf = v.custom<Score>((value) => typeof value === 'number' && value >= 0 && value <= 5);

/** A customer as lists show them. Amounts are net of refunds. */
export const CustomerCard = v.object({
  customerId: CustomerId,
  name: v.string(),
  phoneTail: v.string(),
  follows: v.boolean(),
  source: v.picklist([...sources, 'direct']),
  tags: v.array(v.string()),
  orders: v.number(),
  amount: Fen,
  lastPaidAt: v.optional(Moment),
  r: ScoreOf,
  f: ScoreOf,
  m: ScoreOf,
  rfm: v.picklist(rfmClasses),
});
export type CustomerCard = v.InferOutput<typeof CustomerCard>;

/** How many customers there are: counted one by one, or as counts that are kept, or by a sample, say (`exact` is false). */
export const Count = v.object({
  count: v.number(),
  exact: v.boolean(),
  /** When it was so. */
  countedAt: Moment,
});

/** The shop has no such thing. */
export const NotFound = { NOT_FOUND: v.object({}) };
