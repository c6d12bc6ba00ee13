import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';

const NotFound = { NOT_FOUND: v.object({ what: v.literal('sku') }) };

/** 到货提醒: one message to a shopper when what was sold out can be bought again. */
export const restockOperations = {
  /** Whether the shopper waits for a SKU already, and the template to ask them for (`wx.requestSubscribeMessage`). */
  getRestockNotice: {
    who: 'shopper',
    input: v.object({ skuId: Id }),
    output: v.object({ waiting: v.boolean(), templateId: v.string() }),
    refusals: NotFound,
  },
  /** Notes that the shopper allowed the message; once for each SKU, however often it is asked. */
  askRestockNotice: {
    who: 'shopper',
    limit: { times: 60, seconds: 3600 },
    input: v.object({ skuId: Id }),
    output: v.object({ waiting: v.literal(true) }),
    refusals: { ...NotFound, IN_STOCK: v.object({}) },
  },
} satisfies Contract;
