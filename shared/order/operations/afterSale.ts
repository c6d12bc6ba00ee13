import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Fen, FileId, Id, OptionalText, Text } from '../../kernel/schemas';
import { caseKinds, caseReasons } from '../afterSale';
import { CaseId, CaseStatus, NotFound, OrderLines, OrderStatus, Parcel } from '../shapes';

/** The refusals of whoever wants pieces or money of an order back. */
const Claim = {
  ...NotFound,
  /** The order stands where this cannot be asked for. */
  NOT_REFUNDABLE: v.object({ status: OrderStatus }),
  /** Fewer pieces are left than that; others are in a case already. */
  TOO_MANY_PIECES: v.object({ skuId: Id, left: v.number() }),
  AMOUNT_TOO_HIGH: v.object({ most: Fen }),
  TOO_MANY_CASES: v.object({ limit: v.number() }),
  /** The id is in use for another case. */
  CASE_ID_TAKEN: v.object({}),
};
const CaseAnswer = v.object({ orderId: Id, caseId: CaseId, status: CaseStatus });
/** The case stands where this is not possible (any more). */
const CaseMoved = { ...NotFound, CASE_MOVED: v.object({ status: CaseStatus }) };

const asShopper = { orderId: Id, caseId: CaseId };
const asStaff = { shopId: Id, orderId: Id, caseId: CaseId };

/** After the sale. A case is about some pieces of one order; its id is the client's, so that a retry is the same case. */
export const afterSaleOperations = {
  /** Asks for money, for money against goods, or for other goods. `amount` may be less than the pieces cost. */
  requestAfterSale: {
    who: 'shopper',
    limit: { times: 20, seconds: 3600 },
    input: v.object({
      ...asShopper,
      kind: v.picklist(caseKinds),
      lines: OrderLines,
      reason: v.picklist(caseReasons),
      text: OptionalText(300),
      pictures: v.optional(v.pipe(v.array(FileId), v.maxLength(6)), []),
      amount: v.optional(Fen),
    }),
    output: v.object({ ...CaseAnswer.entries, amount: Fen }),
    refusals: Claim,
  },
  withdrawAfterSale: { who: 'shopper', input: v.object(asShopper), output: CaseAnswer, refusals: CaseMoved },
  /** The shopper has sent the goods back with this parcel. The same again is fine. */
  sendReturn: {
    who: 'shopper',
    input: v.object({ ...asShopper, parcel: Parcel }),
    output: CaseAnswer,
    refusals: CaseMoved,
  },
  /** The shop agrees or declines; declining needs a reason that the shopper can read. */
  decideAfterSale: {
    who: 'staff',
    audit: ['orderId', 'caseId', 'decision'],
    input: v.variant('decision', [
      v.object({
        ...asStaff,
        decision: v.literal('agree'),
        answer: OptionalText(200),
        /** Whether the goods of a refund without return are on the shelf again: they never left. */
        restock: v.optional(v.boolean(), false),
      }),
      v.object({ ...asStaff, decision: v.literal('decline'), answer: Text(200) }),
    ]),
    output: CaseAnswer,
    refusals: CaseMoved,
  },
  /** The goods came back: the money goes, the replacement goes, or the shop declines because of what it found. */
  settleReturn: {
    who: 'staff',
    audit: ['orderId', 'caseId'],
    input: v.variant('outcome', [
      v.object({ ...asStaff, outcome: v.literal('accept'), restock: v.boolean(), replacement: v.optional(Parcel) }),
      v.object({ ...asStaff, outcome: v.literal('decline'), answer: Text(200) }),
    ]),
    output: CaseAnswer,
    refusals: { ...CaseMoved, REPLACEMENT_NEEDED: v.object({}) },
  },
  /** The shop sends money back by itself, for some pieces or all of them. */
  refundOrder: {
    who: 'manager',
    audit: ['orderId', 'amount'],
    input: v.object({
      ...asStaff,
      lines: OrderLines,
      text: Text(200),
      restock: v.boolean(),
      amount: v.optional(Fen),
    }),
    output: v.object({ ...CaseAnswer.entries, amount: Fen }),
    refusals: Claim,
  },
  /** Asks WeChat Pay again for the refunds of an order that it could not make; `stuck` is how many it cannot make now. */
  retryRefund: {
    who: 'manager',
    audit: ['orderId'],
    input: v.object({ shopId: Id, orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus, stuck: v.number() }),
    refusals: NotFound,
  },
} satisfies Contract;
