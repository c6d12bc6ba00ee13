import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';
import { Address, NotFound } from '../shapes';

/** Where a shopper's orders go. */
export const addressOperations = {
  listAddresses: {
    who: 'shopper',
    input: v.object({}),
    output: v.object({ addresses: v.array(Address) }),
    refusals: {},
  },
  /** Writes an address under the client's id: the same id again edits it. At most 20 a person. */
  saveAddress: {
    who: 'shopper',
    limit: { times: 30, seconds: 3600 },
    input: Address,
    output: v.object({ addressId: Id }),
    refusals: { ...NotFound, TOO_MANY_ADDRESSES: v.object({ limit: v.number() }) },
  },
  removeAddress: {
    who: 'shopper',
    input: v.object({ addressId: Id }),
    output: v.object({ addressId: Id }),
    refusals: {},
  },
} satisfies Contract;
