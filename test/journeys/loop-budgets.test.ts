import type { Input, OperationName } from '../../shared/contract';
import { FaultyProxy } from '../support/FaultyProxy';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';

// In production each call is a round trip; here each takes 40 ms, and what is counted is how often a function waits.

const shopId = 'jinmei';

let proxy: FaultyProxy;
let storefront: Storefront;
let ann: Caller;
let manager: Caller;

beforeAll(async () => {
  proxy = await FaultyProxy.open();
  storefront = await openStorefront([], undefined, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }),
  });
  proxy.target = storefront.emulator.url;
  [ann, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
  proxy.latencyMs = 40;
});
afterAll(async () => {
  await storefront.close();
  await proxy.close();
});

async function expectWaits<Name extends OperationName>(who: Caller, name: Name, input: Input<Name>, most: number) {
  // The first call of an instance loads it.
  await who.ask(name, input);
  proxy.pass();
  await who.ask(name, input);
  if (proxy.waits === 0 || proxy.waits > most) {
    throw new Error(`${name} waits ${proxy.waits} times and may wait ${most}: ${proxy.calls.join(', ')}`);
  }
}

test('noting visits waits twice: what brought the person; then visits and touches side by side', async () => {
  const visit = { shopId, kind: 'open', scene: 1058, age: 0 } as const;
  proxy.pass();
  await ann.ask('traffic.recordVisits', { visits: [{ ...visit, visitId: 'budget-visit-1' }] });
  expect([proxy.waits, proxy.calls.length]).toEqual([2, 3]);
});

test('where a code leads is one read; the shop’s channels one more, for the role', async () => {
  await expectWaits(ann, 'traffic.openChannel', { channelId: 'demo-counter' }, 1);
  await expectWaits(manager, 'traffic.listChannels', { shopId, archived: false }, 2);
});

test('a report waits four times, however many days: role, what is kept, what is counted, names', async () => {
  const day = 86_400_000;
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const now = await storefront.now();
  await expectWaits(manager, 'traffic.getLoopReport', { shopId, from: dayOf(now - 30 * day), to: dayOf(now) }, 4);
  await expectWaits(manager, 'traffic.getCohorts', { shopId }, 2);
});
