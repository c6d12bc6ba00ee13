import { FaultyProxy } from '../support/FaultyProxy';
import { openStorefront, type Storefront } from '../support/Storefront';

let proxy: FaultyProxy;
let storefront: Storefront;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }) });
  proxy.target = storefront.emulator.url;
  // What the demo world was paid in the past, WeChat Pay knows nothing of.
  const orders = storefront.cloudbase.database().collection('orders');
  await orders.where({ payment: storefront.cloudbase.database().command.exists(true) }).remove();
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

async function health(): Promise<{ status: number; alarms: { is: string; about: string }[] }> {
  const response = await fetch(`${storefront.emulator.url}/health`);
  return { status: response.status, ...((await response.json()) as { alarms: [] }) };
}

const reconciliations = () => storefront.cloudbase.database().collection('reconciliations');

/** The minute's timers run; of the hour's, which recounts all shops, only the mark is made. */
async function runAll(): Promise<void> {
  await storefront.tick('timers');
  await storefront.tick('people');
  const heartbeats = storefront.cloudbase.database().collection('heartbeats');
  await heartbeats.doc('upkeep').set({ at: await storefront.now(), failed: [] });
}

test('until every timer has run there is an alarm; then all is well, in one wait for the database', async () => {
  expect(await health()).toMatchObject({
    status: 503,
    alarms: [{ is: 'timerLate' }, { is: 'timerLate' }, { is: 'timerLate' }],
  });
  await runAll();
  proxy.latencyMs = 40;
  proxy.pass();
  expect(await health()).toEqual({ status: 200, alarms: [] });
  expect(proxy.waits).toBe(1);
  proxy.latencyMs = 0;
});

test('a timer that stands still, and a bill that differs, are told by name', async () => {
  await storefront.advance(5 * 60_000);
  await storefront.tick('people');
  expect(await health()).toMatchObject({ status: 503, alarms: [{ is: 'timerLate', about: 'timers' }] });
  await runAll();
  const yesterday = new Date((await storefront.now()) + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
  const differs = { paidThereNotHere: [], paidHereNotThere: [], refundDiffers: [] };
  const amountDiffers = [{ orderId: 'an-order-01', here: 1, there: 2 }];
  await reconciliations()
    .doc(yesterday)
    .set({ ...differs, amountDiffers });
  expect(await health()).toEqual({ status: 503, alarms: [{ is: 'moneyDiffers', about: yesterday }] });
  await reconciliations().doc(yesterday).remove();
});

test('a database that does not answer is an alarm, and no fault', async () => {
  proxy.plan(0, 'refused');
  expect(await health()).toMatchObject({ status: 503, alarms: [{ is: 'databaseAway' }] });
  expect(await health()).toEqual({ status: 200, alarms: [] });
});
