import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';

/** What a person may do about everything that is known of them, in all shops. */
export const rightsOperations = {
  /**
   * Everything that is on record about the caller, some of one collection at a time; `after` is the `next` of the answer
   * before. Together the answers are the whole.
   */
  exportMyData: {
    who: 'shopper',
    input: v.object({ after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}\|[\x21-\x7e]{0,120}$/))) }),
    output: v.object({
      collection: v.string(),
      records: v.array(v.record(v.string(), v.unknown())),
      next: v.optional(v.string()),
    }),
    refusals: {},
  },
  /**
   * Deletes the caller in all shops. Orders stay, as the law asks for, with nothing in them that tells whose they were.
   * What is not done when it answers is done by the clock.
   */
  deleteMyAccount: {
    who: 'shopper',
    input: v.object({}),
    output: v.object({ done: v.boolean() }),
    refusals: {
      /** These are not finished: goods or money are still under way. */
      ORDERS_OPEN: v.object({ orderIds: v.array(Id) }),
      /** Whoever works in a shop leaves it first. */
      STILL_STAFF: v.object({}),
    },
  },
} satisfies Contract;
