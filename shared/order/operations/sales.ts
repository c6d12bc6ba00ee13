import * as v from 'valibot';
import { oneDay } from '../../kernel/chinaTime';
import type { Contract } from '../../kernel/operation';
import { Fen, FileId, Id } from '../../kernel/schemas';

/** A day in China's time: `2026-11-22`. */
const Day = v.pipe(v.string(), v.isoDate());

/** Fen; below zero where more went back than came in. */
const Net = v.pipe(v.number(), v.safeInteger());

const Sku = { skuId: Id, productId: Id, name: v.string(), choice: v.array(v.string()), picture: FileId };

/** What was sold of one SKU, or of everything. */
const sold = {
  /** Pieces that were paid for, less those that the shop has again. */
  pieces: v.number(),
  /** What was paid for them after every discount, less what was paid back; without freight. */
  amount: Net,
  /** `amount` less what the pieces had cost the shop when they were ordered; absent where no cost was noted. */
  profit: v.optional(Net),
};

/** What a shop sells, and what only lies there. */
export const salesOperations = {
  /** What was sold of each SKU in these days, both included, at most 31, and how long the rest will last. */
  getSales: {
    who: 'manager',
    input: v.pipe(
      v.object({ shopId: Id, from: Day, to: Day }),
      v.forward(
        v.check(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < 31 * oneDay),
        ['to'],
      ),
    ),
    output: v.object({
      total: v.object({
        ...sold,
        /** The part of `amount` whose cost was noted; `profit` is of that part alone. */
        costed: Net,
      }),
      /** Every day of the range, in order. */
      days: v.array(v.object({ day: Day, ...sold })),
      /** Most pieces first, at most 200. */
      goods: v.array(
        v.object({
          ...Sku,
          ...sold,
          /** What can be sold now; absent for what the shop no more has. */
          stock: v.optional(v.number()),
          /** For how many days that lasts, if as much is sold a day as in this range. */
          daysLeft: v.optional(v.number()),
        }),
      ),
      /** On the shelf and in stock, and nobody bought it; the most money first, at most 100. `worth`: its stock at its price. */
      idle: v.array(v.object({ ...Sku, stock: v.number(), worth: Fen })),
    }),
    refusals: {},
  },
} satisfies Contract;
