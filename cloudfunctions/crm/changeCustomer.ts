import { type CustomerRecord, readShopCustomer, writeCustomer } from './customers';

/** Chores, a walk and the shop's own hand may meet at one customer; more than these rounds is a fault. */
const rounds = 8;

/** Changes a shop's customer as `decide` says, deciding anew on what is there when somebody was faster; none is `undefined`. */
export async function changeCustomer(
  shopId: string,
  customerId: string,
  decide: (customer: CustomerRecord) => CustomerRecord,
): Promise<CustomerRecord | undefined> {
  for (let round = 0; round < rounds; round += 1) {
    const before = await readShopCustomer(customerId, shopId);
    if (!before) return undefined;
    const after = decide(before);
    if (after === before || (await writeCustomer(before, after))) return after;
  }
  throw new Error(`customer ${customerId} keeps changing`);
}
