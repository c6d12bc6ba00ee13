import * as v from 'valibot';
import { FailedTally } from '../../crm/operations/campaigns';
import type { Contract } from '../../kernel/operation';
import { Fen, Id } from '../../kernel/schemas';

const Count = v.number();

/** What a shop did in a day, up to one time of the day. */
const DayFigures = v.object({
  /** Orders that were paid. */
  orders: Count,
  paid: Fen,
  /** Persons who came by. */
  visitors: Count,
});

/** What the people of a shop look at first. */
export const todayOperations = {
  /** What needs the shop now, and how the day goes beside others, in one call. */
  getToday: {
    who: 'staff',
    input: v.object({ shopId: Id }),
    output: v.object({
      needs: v.object({
        /** Orders to send off. */
        ship: Count,
        /** Pickup orders to get ready; of these and those that are ready, `handOver` counts all. */
        prepare: Count,
        handOver: Count,
        /** Orders with a case that waits for the shop, or a refund that is stuck; of these, the latter. */
        answer: Count,
        stuckRefunds: Count,
        /** Comments that wait for the shop. */
        comments: Count,
        /** SKUs at or below their threshold; of these, those that are sold out. */
        low: Count,
        out: Count,
      }),
      /** Messages that were tried in the last seven days and not sent, by what sent them. */
      unsent: v.object({
        /** Those in which one failed, the latest first; each with all that failed in it. At most 20. */
        campaigns: v.array(v.object({ campaignId: Id, name: v.string(), failed: FailedTally })),
        restock: FailedTally,
        welcome: FailedTally,
      }),
      /** For who runs the shop; up to the same time of the day, in China's time. */
      figures: v.optional(
        v.object({
          today: DayFigures,
          yesterday: DayFigures,
          /** The same day of the week before. */
          lastWeek: DayFigures,
        }),
      ),
    }),
    refusals: {},
  },
} satisfies Contract;
