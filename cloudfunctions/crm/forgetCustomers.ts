import { addToBook } from './books';
import { customers, removeCustomer } from './customers';
import { changeOf } from './keepCustomer';

/** Removes the customers that a shopper is, in all shops, with tags and notes. Safe twice. Answers how many they were. */
export async function forgetCustomers(openId: string): Promise<number> {
  const { data } = await customers().where({ 'person.openId': openId }).limit(1_000).get();
  const removed = await Promise.all(
    data.map(async (customer) => {
      if (await removeCustomer(customer)) await addToBook(customer.shopId, changeOf(customer, undefined), 0);
    }),
  );
  return removed.length;
}
