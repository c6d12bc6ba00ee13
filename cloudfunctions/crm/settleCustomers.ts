import { addCells, type Cells } from '../../shared/crm/cells';
import { noteOrderTold, type OrderToTell, readOrdersToTell } from '../order/public';
import { addToBook } from './books';
import { keepCustomer } from './keepCustomer';

const atOnce = 20;
const mostARun = 1_000;

/**
 * Tells customers of orders that were paid or paid back since. The note on the order goes when the customer is told, so a
 * process that dies in between leaves it to the next. Answers how many orders.
 */
export async function settleCustomers(now: number): Promise<number> {
  let told = 0;
  while (told < mostARun) {
    const orders = await readOrdersToTell(atOnce);
    if (orders.length === 0) break;
    await tellCustomers(orders, now);
    told += orders.length;
  }
  return told;
}

async function tellCustomers(orders: readonly OrderToTell[], now: number): Promise<void> {
  const shoppers = new Map(orders.map((order) => [`${order.shopId} ${order.openId}`, order]));
  const changes = await Promise.all(
    [...shoppers.values()].map(async (shopper) => ({
      shopId: shopper.shopId,
      cells: await keepCustomer(shopper, now),
    })),
  );
  await addToBooks(changes, now);
  await Promise.all(orders.map(noteOrderTold));
}

/** Counts changes of several customers into the books of their shops, each book once. */
export async function addToBooks(changes: readonly { shopId: string; cells: Cells }[], now: number): Promise<void> {
  const byShop = new Map<string, Cells>();
  for (const { shopId, cells } of changes) byShop.set(shopId, addCells(byShop.get(shopId) ?? {}, cells));
  await Promise.all([...byShop].map(([shopId, cells]) => addToBook(shopId, cells, now)));
}
