import { FaultyProxy } from '../support/FaultyProxy';
import { openStorefront, type Storefront } from '../support/Storefront';
import { until } from '../support/until';

let proxy: FaultyProxy;
let storefront: Storefront;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }) });
  proxy.target = storefront.emulator.url;
  proxy.killCallers = async () => {
    const answer = await fetch(`${storefront.emulator.url}/_emulator/processes`);
    for (const pid of ((await answer.json()) as { timers?: number[] }).timers ?? []) process.kill(pid, 'SIGKILL');
  };
  await db().collection('customerBooks').add(strays.map(bookOf));
  await db().collection('customerBooks').add(bookOf('jinmei'));
  await db()
    .collection('customers')
    .add([...strays, 'jinmei'].map(customerOf));
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

const db = () => storefront.cloudbase.database();
/** Shops that never were; more than a step takes. */
const strays = Array.from({ length: 120 }, (_none, number) => `stray-${String(number).padStart(3, '0')}`);
const bookOf = (_id: string) => ({ _id, version: 1, cells: {}, countedAt: 0, dueAt: Number.MAX_SAFE_INTEGER });
const customerOf = (shopId: string) => ({ _id: `of-${shopId}`, shopId });

const left = async (): Promise<number[]> => {
  const counts = ['customerBooks', 'customers'].map((name) => db().collection(name).where({ _id: /stray/ }).count());
  return (await Promise.all(counts)).map(({ total }) => total ?? 0);
};
const state = async () => (await db().collection('migrations').doc('0001-stray-customers').get()).data[0];

test('a migration that is killed again and again gets there, and touches nothing else', async () => {
  for (const at of [3, 9, 40]) {
    proxy.plan(at, 'killedAfter');
    await storefront.tick().catch(() => undefined);
    await proxy.quiet();
    proxy.pass();
  }
  await until(async () => {
    await storefront.tick().catch(() => undefined);
    return (await state())?.doneAt !== undefined;
  }, 50_000);
  expect(await left()).toEqual([0, 0]);
  expect((await db().collection('customers').doc('of-jinmei').get()).data).toHaveLength(1);
});

test('run a second time it changes nothing', async () => {
  const books = async () => (await db().collection('customerBooks').orderBy('_id', 'asc').limit(100).get()).data;
  const before = await books();
  await db().collection('migrations').where({ _id: '0001-stray-customers' }).remove();
  await storefront.tick();
  expect(await state()).toMatchObject({ doneAt: expect.any(Number) });
  expect(await books()).toEqual(before);
});
