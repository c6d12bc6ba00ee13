import { _, db } from '../_runtime/database';
import { readShops } from '../shop/public';

const pageSize = 100;

/**
 * A step through the books of shops beyond `after`: those of shops that are not there go, and their customers with them. Until
 * version 0.1 somebody could be greeted by a shop that never was. Answers where to go on, or `done`. Safe twice.
 */
export async function removeStrayCustomers(after: string): Promise<string> {
  const books = db.collection('customerBooks').where({ _id: _.gt(after) });
  const { data } = await books.orderBy('_id', 'asc').limit(pageSize).get();
  const shopIds = (data as { _id: string }[]).map(({ _id }) => _id);
  const known = new Set((await readShops(shopIds)).map(({ _id }) => _id));
  for (const shopId of shopIds.filter((each) => !known.has(each))) {
    // The book last: while it stands, a step that died is taken again.
    await db.collection('customers').where({ shopId }).remove();
    await db.collection('customerBooks').where({ _id: shopId }).remove();
  }
  return shopIds.length < pageSize ? 'done' : (shopIds.at(-1) ?? 'done');
}
