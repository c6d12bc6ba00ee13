import type { Context } from '../_runtime/context';
import { addToBook } from './books';
import { customerIdOf, readCustomer } from './customers';
import { keepCustomer } from './keepCustomer';

/** Sees to it that whoever calls is a customer of the shop, and answers their id. */
export async function come(shopId: string, { openId, unionId, now }: Context): Promise<string> {
  const customerId = customerIdOf(shopId, { openId });
  if (!(await readCustomer(customerId))) {
    await addToBook(shopId, await keepCustomer({ shopId, openId, unionId, comes: true }, now), now);
  }
  return customerId;
}
