import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, Fen, Id, Moment, Text } from '../../kernel/schemas';
import { sellerNeeds } from '../sellerNeeds';
import {
  InvoiceRequest,
  NotFound,
  OrderStatus,
  OrderSummary,
  OrderView,
  Parcels,
  Receiver,
  SearchWords,
} from '../shapes';

const asStaff = { shopId: Id, orderId: Id };
const OrderAnswer = v.object({ orderId: Id, status: OrderStatus });

/** What staff do with their shop's orders. */
export const sellerOrderOperations = {
  /**
   * A shop's orders, newest first, 20 a page. `needs` names what the shop must do for them. `words` is an order's
   * number, the receiver's name, phone or its last four digits, or a tracking number; exactly one of them.
   */
  listShopOrders: {
    who: 'staff',
    input: v.object({
      shopId: Id,
      status: v.optional(OrderStatus),
      needs: v.optional(v.picklist(sellerNeeds)),
      words: SearchWords,
      after: v.optional(Cursor),
    }),
    output: v.object({
      orders: v.array(v.object({ ...OrderSummary.entries, receiver: Receiver, note: v.string() })),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
  /** One order with its own history: who did what, when and why. */
  getShopOrder: {
    who: 'staff',
    input: v.object(asStaff),
    output: v.object({
      ...OrderView.entries,
      invoiceRequest: v.optional(InvoiceRequest),
      /** Money on its way back that WeChat Pay could not send. */
      stuckMoney: v.optional(Fen),
      history: v.array(
        v.object({
          at: Moment,
          by: v.picklist(['shopper', 'staff', 'WeChat Pay', 'clock']),
          what: v.string(),
          note: v.string(),
        }),
      ),
    }),
    refusals: NotFound,
  },
  /** Sends a paid order off. The same parcels again are fine. The shop's own delivery needs no parcel. */
  shipOrder: {
    who: 'staff',
    audit: ['orderId'],
    input: v.object({ ...asStaff, parcels: Parcels }),
    output: OrderAnswer,
    refusals: {
      ...NotFound,
      NOT_SHIPPABLE: v.object({ status: OrderStatus }),
      PARCEL_NEEDED: v.object({}),
      /** Somebody asked for a refund: answer that first. */
      CASE_OPEN: v.object({}),
    },
  },
  /** Puts a wrong tracking number right. WeChat takes one correction of an order, so we do. */
  correctShipment: {
    who: 'staff',
    audit: ['orderId'],
    input: v.object({ ...asStaff, parcels: v.pipe(Parcels, v.minLength(1)) }),
    output: OrderAnswer,
    refusals: { ...NotFound, NOT_CORRECTABLE: v.object({ status: OrderStatus, corrected: v.boolean() }) },
  },
  /** Says that a pickup order lies ready. */
  preparePickup: {
    who: 'staff',
    audit: ['orderId'],
    input: v.object(asStaff),
    output: OrderAnswer,
    refusals: { ...NotFound, NOT_SHIPPABLE: v.object({ status: OrderStatus }), CASE_OPEN: v.object({}) },
  },
  /** Hands a pickup order over against its code. The same code again answers with the same order. */
  verifyPickup: {
    who: 'staff',
    limit: { times: 120, seconds: 600 },
    audit: [],
    input: v.object({ shopId: Id, code: v.pipe(v.string(), v.regex(/^\d{10}$/)) }),
    output: v.object({ ...OrderAnswer.entries, lines: OrderSummary.entries.lines, receiverName: v.string() }),
    refusals: { ...NotFound, NOT_SHIPPABLE: v.object({ status: OrderStatus }), CASE_OPEN: v.object({}) },
  },
  /** Notes that the invoice was sent, under its number. */
  issueInvoice: {
    who: 'staff',
    audit: ['orderId', 'number'],
    input: v.object({ ...asStaff, number: Text(30) }),
    output: v.object({ orderId: Id }),
    refusals: { ...NotFound, NO_INVOICE: v.object({ because: v.picklist(['notRequested']) }) },
  },
} satisfies Contract;
