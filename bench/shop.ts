import { buildFunctions } from '../scripts/buildFunctions';
import { orderOf } from '../test/support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../test/support/Storefront';
import { sellers, shoppers } from '../test/support/world/people';
import { noteFigure } from './figures';
import { measureEcho, measureTransaction } from './floors';
import { type Measured, measure } from './measure';

const skuId = 'millet-qinzhou-1';
const shopId = 'jinmei';
/** The SKU's price and the freight, in fen; a wrong one is refused, and the bench with it. */
const seenTotal = 2_980 + 800;

/**
 * `npm run bench -- shop`, about a minute. Absolute figures drift with the machine, so each is told as a share of a floor that
 * the same run measured: orders of the bare transaction, reads of the bare request. The callers share a process with
 * the emulator, as in tests; the functions have their own.
 */
export async function benchShop(): Promise<void> {
  await buildFunctions();
  const transaction = await measureTransaction();
  const echoes = { 1: await measureEcho(1), 8: await measureEcho(8) };
  const storefront = await openStorefront();
  try {
    const people = await Promise.all(shoppers.slice(0, 8).map((person) => storefront.as(person)));
    await raiseStock(storefront);
    const rows: [Measured, Measured?][] = [[transaction], [echoes[1]], [echoes[8]]];
    for (const count of [1, 8] as const) {
      const callers = people.slice(0, count);
      rows.push([await measureEach('order.placeOrder', callers, placeOrder), transaction]);
      rows.push([await measureEach('shop.getShopHome', callers, getShopHome), echoes[count]]);
    }
    printTable(rows);
    await printDatabaseCalls(storefront);
  } finally {
    await storefront.close();
  }
}

/** More than a minute of orders can take. */
async function raiseStock(storefront: Storefront): Promise<void> {
  const owner = await storefront.as(sellers.owner);
  for (let index = 0; index < 5; index += 1) {
    const moveId = `for-bench-${index}`;
    await owner.ask('shop.adjustStock', { shopId, moveId, skuId, delta: 9_999, reason: 'restock' });
  }
}

type Operation = (caller: Caller) => Promise<unknown>;

const measureEach = (name: string, callers: readonly Caller[], operation: Operation): Promise<Measured> =>
  measure(
    name,
    callers.map((caller) => () => operation(caller)),
  );

let orders = 0;

const placeOrder: Operation = (caller) => {
  orders += 1;
  const orderId = `bench-order-${orders}`;
  return caller.ask('order.placeOrder', orderOf(caller.person, { orderId, skuId, seenTotal }));
};

const getShopHome: Operation = (caller) => caller.ask('shop.getShopHome', { shopId });

const getProduct: Operation = (caller) => caller.ask('shop.getProduct', { productId: 'millet-qinzhou' });

function printTable(rows: readonly [Measured, Measured?][]): void {
  console.log('\n                            callers    calls   median ms    p99 ms     per s   of its floor');
  for (const [{ name, callers, calls, median, p99, perSecond }, floor] of rows) {
    if (floor) {
      const times = perSecond / floor.perSecond;
      noteFigure({ name: `${name}, ${callers} callers`, value: perSecond, unit: 'per s', times, of: floor.name });
    }
    const share = floor ? `1/${(floor.perSecond / perSecond).toFixed(1)}` : '';
    const figures = [median.toFixed(2).padStart(11), p99.toFixed(2).padStart(9), perSecond.toFixed(0).padStart(9)];
    console.log(
      `${name.padEnd(28)}${String(callers).padStart(7)}${String(calls).padStart(9)} ${figures.join(' ')}${share.padStart(15)}`,
    );
  }
}

/** What one call of each costs at the database, as the emulator's log of calls has it. */
async function printDatabaseCalls(storefront: Storefront): Promise<void> {
  const caller = await storefront.as(shoppers[0]);
  console.log('\ndatabase calls of one operation');
  for (const [name, operation] of Object.entries({ placeOrder, getShopHome, getProduct })) {
    await operation(caller);
    const response = await fetch(`${storefront.emulator.url}/_emulator/calls`);
    const { calls } = (await response.json()) as { calls: { databaseCalls: { action: string }[] }[] };
    const actions = (calls[0]?.databaseCalls ?? []).map(({ action }) => action.replace('database.', ''));
    noteFigure({ name: `${name}, at the database`, value: actions.length, unit: 'calls' });
    console.log(`${name.padEnd(28)}${String(actions.length).padStart(7)}   ${actions.join(' ')}`);
  }
}
