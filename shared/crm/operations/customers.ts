import * as v from 'valibot';
import { CouponCard, CouponId } from '../../coupon/shapes';
import type { Contract } from '../../kernel/operation';
import { Cursor, Fen, Id, Moment, Text } from '../../kernel/schemas';
import { orderStatuses } from '../../order/status';
import { sources } from '../../traffic/sources';
import { rfmClasses } from '../rfm';
import { CustomerCard, CustomerId, NotFound, Tag } from '../shapes';
import { sourceFamilies } from '../sourceFamily';

const Note = v.object({ noteId: Id, text: v.string(), at: Moment });
const Brought = v.object({ source: v.picklist(sources), at: Moment });

/** Who buys at a shop and who follows it. */
export const customerOperations = {
  /**
   * Customers who meet all that is asked, whoever paid or came last first. A page has 20 at most; it may have fewer, and
   * still a next one, where what is asked together is rare.
   */
  findCustomers: {
    who: 'staff',
    input: v.object({
      shopId: Id,
      /** How a name, a tag or the last four digits of a phone begin. */
      words: v.optional(Text(12)),
      follows: v.optional(v.boolean()),
      rfm: v.optional(v.picklist(rfmClasses)),
      tag: v.optional(Tag),
      family: v.optional(v.picklist(sourceFamilies)),
      boughtWithinDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650))),
      /** Net of refunds. */
      amountAtLeast: v.optional(Fen),
      after: v.optional(Cursor),
    }),
    output: v.object({ customers: v.array(CustomerCard), next: v.optional(Cursor) }),
    refusals: {},
  },
  /** All that a shop knows of a customer; the last five orders, coupons that can still be used, at most 10. */
  getCustomer: {
    who: 'staff',
    input: v.object({ shopId: Id, customerId: CustomerId }),
    output: v.object({
      ...CustomerCard.entries,
      madeAt: Moment,
      firstPaidAt: v.optional(Moment),
      /** They want no campaigns of this shop. */
      muted: v.boolean(),
      messagedAt: v.optional(Moment),
      notes: v.array(Note),
      lastOrders: v.array(
        v.object({ orderId: Id, status: v.picklist(orderStatuses), toPay: Fen, placedAt: Moment, goods: v.string() }),
      ),
      coupons: v.array(v.object({ ...CouponCard.entries, couponId: CouponId, validUntil: Moment })),
      /** What brought them first and last. */
      first: v.optional(Brought),
      last: v.optional(Brought),
    }),
    refusals: NotFound,
  },
  /** Replaces a customer's tags. */
  tagCustomer: {
    who: 'staff',
    audit: ['customerId', 'tags'],
    input: v.object({
      shopId: Id,
      customerId: CustomerId,
      tags: v.pipe(
        v.array(Tag),
        v.maxLength(20),
        v.check((tags) => new Set(tags).size === tags.length),
      ),
    }),
    output: v.object({ tags: v.array(v.string()) }),
    refusals: NotFound,
  },
  /** Notes something about a customer, once for each `noteId`; of more than 50 the oldest go. */
  noteCustomer: {
    who: 'staff',
    audit: ['customerId', 'noteId'],
    input: v.object({ shopId: Id, customerId: CustomerId, noteId: Id, text: Text(200) }),
    output: v.object({ notes: v.array(Note) }),
    refusals: NotFound,
  },
} satisfies Contract;
