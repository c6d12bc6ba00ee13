import type { Context } from '../_runtime/context';
import { readShops } from '../shop/public';
import { addToBook } from './books';
import { customerIdOf, readCustomer } from './customers';
import { keepCustomer } from './keepCustomer';

/** Sees to it that whoever calls is a customer of the shop, and answers their id; none where there is no such shop. */
export async function come(shopId: string, { openId, unionId, now }: Context): Promise<string | undefined> {
  const customerId = customerIdOf(shopId, { openId });
  const [known, [shop]] = await Promise.all([readCustomer(customerId), readShops([shopId])]);
  if (!shop) return undefined;
  if (!known) {
    await addToBook(shopId, await keepCustomer({ shopId, openId, unionId, comes: true }, now), now);
  }
  return customerId;
}
