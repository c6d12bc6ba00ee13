import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';
import { Line, NotFound } from '../shapes';

/** The cart: what a shopper keeps for later. It holds no prices. */
export const cartOperations = {
  getCart: {
    who: 'shopper',
    input: v.object({}),
    output: v.object({
      lines: v.array(v.object({ ...Line.entries, shopId: Id, shopName: v.string(), stock: v.number() })),
    }),
    refusals: {},
  },
  /** Puts a SKU into the caller's cart with this quantity; 0 takes it out. At most 50 lines. */
  setCartLine: {
    who: 'shopper',
    input: v.object({
      skuId: Id,
      quantity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
    }),
    output: v.object({ skuId: Id, quantity: v.number(), count: v.number() }),
    refusals: { ...NotFound, CART_FULL: v.object({ limit: v.number() }) },
  },
  /** Puts what an earlier order had into the cart again, as far as it is still on the shelf. */
  buyAgain: {
    who: 'shopper',
    input: v.object({ orderId: Id }),
    output: v.object({ added: v.number(), gone: v.number() }),
    refusals: { ...NotFound, CART_FULL: v.object({ limit: v.number() }) },
  },
} satisfies Contract;
