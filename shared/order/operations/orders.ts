import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, Id } from '../../kernel/schemas';
import { parcelProgresses } from '../parcelProgress';
import { InvoiceRequest, NotFound, OrderStatus, OrderSummary, OrderView, SearchWords } from '../shapes';

/** A shopper's own orders. */
export const shopperOrderOperations = {
  /** The caller's orders, newest first, 10 a page. `words` must occur in the name of a product, all of them. */
  listOrders: {
    who: 'shopper',
    input: v.object({ status: v.optional(OrderStatus), words: SearchWords, after: v.optional(Cursor) }),
    output: v.object({ orders: v.array(OrderSummary), next: v.optional(Cursor) }),
    refusals: {},
  },
  getOrder: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({
      ...OrderView.entries,
      /** What to show at the counter, once a pickup order is paid. */
      pickupCode: v.optional(v.string()),
      /** Where a pickup order is fetched; GCJ-02. */
      counter: v.optional(
        v.object({ address: v.string(), place: v.pipe(v.tuple([v.number(), v.number()]), v.readonly()) }),
      ),
      /** What `wx.openBusinessView` of `weappOrderConfirm` takes, once WeChat knows the parcel. */
      receipt: v.optional(v.object({ merchantId: v.string(), merchantTradeNo: Id, transactionId: v.string() })),
    }),
    refusals: NotFound,
  },
  /** How far each parcel is, as WeChat knows; `unknown` when it does not know, or does not answer. */
  trackParcels: {
    who: 'shopper',
    limit: { times: 60, seconds: 600 },
    input: v.object({ orderId: Id }),
    output: v.object({
      parcels: v.array(v.object({ trackingNumber: v.string(), progress: v.picklist(parcelProgresses) })),
    }),
    refusals: NotFound,
  },
  /** The shopper has the parcel. After ten days the timers say so. */
  confirmReceipt: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ orderId: Id, status: OrderStatus }),
    refusals: { ...NotFound, NOT_RECEIVABLE: v.object({ status: OrderStatus }) },
  },
  /** Asks the shop for an invoice of a paid order; asking again changes what was asked, until it is issued. */
  requestInvoice: {
    who: 'shopper',
    limit: { times: 20, seconds: 3600 },
    input: v.object({ orderId: Id, invoice: InvoiceRequest }),
    output: v.object({ orderId: Id }),
    refusals: { ...NotFound, NO_INVOICE: v.object({ because: v.picklist(['notPaid', 'issued']) }) },
  },
} satisfies Contract;
