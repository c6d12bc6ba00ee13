import { setTimeout } from 'node:timers/promises';
import type { OrderRecord } from '../../cloudfunctions/order/OrderRecord';
import { expectSettled, readAll, readOrders } from '../support/expectSettled';
import { bindShop } from '../support/OfficialDoor';
import { openPayDoor } from '../support/PayDoor';
import { sellers, shoppers } from '../support/world/people';
import { canary } from './canary';
import { Dice } from './Dice';
import { type Disturbed, disturbances } from './disturbances';
import { LogWatch } from './LogWatch';
import { type MortalStorefront, openMortalStorefront } from './MortalStorefront';
import { residentMemory } from './residentMemory';
import { type Shopper, shopperActs } from './shopperActs';
import { type Seller, staffActs } from './staffActs';

/** `SOAK_SECONDS=3600 npm test -- soak/soak` is the hour of it. `SEED` repeats what is thrown, not what happens side by side. */
const seconds = Number(process.env.SOAK_SECONDS ?? 25);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** The emulator is killed about so often, in the first half; in the second its memory is watched. */
const killEverySeconds = Math.max(6, seconds / 12);

const leastOrders = 20;

const shopId = 'jinmei';
let storefront: MortalStorefront;
let crowd: Shopper[];
let staff: Seller[];
let disturbed: Disturbed;
let logs: LogWatch;

beforeAll(async () => {
  storefront = await openMortalStorefront();
  const owner = await storefront.as(sellers.owner);
  const account = await bindShop(storefront, owner, shopId);
  await owner.ask('fan.setFollowBenefit', { shopId, benefit: { kind: 'followerPrice' }, places: ['home'], text: '' });
  disturbed = { storefront, account, pay: openPayDoor(storefront), dice: new Dice(seed) };
  logs = new LogWatch(storefront.emulator.url);
  crowd = await Promise.all(shoppers.slice(0, 6).map((_person, number) => openShopper(number)));
  const others = [sellers.manager, sellers.clerk];
  staff = await Promise.all(
    others.map(async (person, number) => ({
      caller: await storefront.as(person),
      dice: new Dice(seed + 100 + number),
    })),
  );
}, 120_000);
afterAll(() => storefront.close());

async function openShopper(number: number): Promise<Shopper> {
  const person = shoppers[number] ?? shoppers[0];
  const caller = await storefront.as(person);
  await caller.ask('order.saveAddress', {
    ...{ addressId: canary.addressIdOf(person), name: canary.name, phone: canary.phone, detail: canary.detail },
    ...{ region: ['山西省', '太原市', '迎泽区'], isDefault: true },
  });
  return { caller, dice: new Dice(seed + number), orderIds: [] };
}

test(
  `after ${seconds} s of traffic, kills, clock jumps and faults the books balance, memory is flat, logs name nobody (SEED=${seed})`,
  async () => {
    const memory = await soak();
    await settle();
    const orderIds = crowd.flatMap((shopper) => shopper.orderIds);
    const orders = await readOrders(storefront, orderIds);
    const paid = orders.filter(({ payment }) => payment).length;
    console.info(`${acts} calls; ${kills} kills of the emulator; ${orders.length} orders, ${paid} paid`);
    console.info(
      `emulator ${memory.emulator.map(rounded).join(' → ')} MB; largest function ${rounded(memory.largest)} MB`,
    );
    console.info(['broke off:', ...[...brokenOff].map(([why, times]) => `${times} × ${why}`)].join('\n'));
    console.info(`${logs.read} log lines looked at`);

    await expectSettled(storefront, orderIds);
    await expectAttributed();
    expect(orders.length).toBeGreaterThan(leastOrders / 2);
    expect(logs.read).toBeGreaterThan(0);
    expect(logs.found).toEqual([]);
    // What is kept of calls and logs has a size; the rest is the engine's own coming and going.
    const [early = 0, late = 0] = memory.emulator;
    expect(late).toBeLessThan(early * 1.25 + 48);
    expect(memory.largest).toBeLessThan(256);
  },
  (seconds * 3 + 300) * 1_000,
);

const tried = (): number => crowd.reduce((sum, { orderIds }) => sum + orderIds.length, 0);

let acts = 0;
let kills = 0;
/** Why calls broke off, and how often. */
const brokenOff = new Map<string, number>();
/** Resolves while the emulator runs, or when it does again. */
let alive: Promise<void> = Promise.resolve();
/** When the traffic ends, in ms; put off by the time in which nothing ran. */
let end = 0;

/** Does something again and again until a moment, with a pause after each. */
async function again(until: () => number, pauseMs: number, act: () => Promise<unknown> | undefined): Promise<void> {
  while (Date.now() < until()) {
    await alive;
    acts += 1;
    // What was under way when a process died breaks off; what it had acknowledged is asked for in the end.
    await act()?.catch((fault: unknown) => {
      const why = String(fault)
        .replace(/[\w-]{20,}|:\d+/g, '…')
        .slice(0, 120);
      brokenOff.set(why, (brokenOff.get(why) ?? 0) + 1);
    });
    await setTimeout(pauseMs);
  }
}

/** Everything at once; answers the emulator's memory early and late in the second half, and the most that a function took. */
async function soak(): Promise<{ emulator: [number, number]; largest: number }> {
  end = Date.now() + seconds * 1_000;
  // On a busy machine it takes longer until anything was done at all.
  const untilEnd = () => (tried() < leastOrders ? Number.POSITIVE_INFINITY : end);
  const untilHalf = () => end - seconds * 500;
  const samples: number[] = [];
  let largest = 0;
  const watch = async () => {
    const { emulator, functions } = await storefront.processes();
    largest = Math.max(largest, ...residentMemory(functions));
    if (Date.now() > untilHalf()) samples.push(...residentMemory([emulator]));
  };
  await Promise.all([
    ...crowd.map((shopper) => again(untilEnd, 20, () => shopper.dice.byShare(shopperActs)?.(shopper))),
    ...staff.map((seller) => again(untilEnd, 100, () => seller.dice.byShare(staffActs)?.(seller))),
    again(untilEnd, 400, () => disturbed.dice.byShare(disturbances)?.(disturbed)),
    again(untilEnd, 500, () => logs.look()),
    again(untilEnd, 500, watch),
    killNowAndThen(untilHalf),
  ]);
  const quarter = Math.ceil(samples.length / 4);
  return { emulator: [median(samples.slice(0, quarter)), median(samples.slice(-quarter))], largest };
}

async function killNowAndThen(until: () => number): Promise<void> {
  for (;;) {
    await setTimeout(killEverySeconds * 1_000);
    if (Date.now() > until()) return;
    kills += 1;
    const began = Date.now();
    alive = storefront.killEmulator();
    await alive;
    end += Date.now() - began;
  }
}

/** Nothing goes wrong any more, and the clock does the rest. */
async function settle(): Promise<void> {
  await disturbed.pay.reset();
  await disturbed.account.reset();
  for (const minutes of [16, 3, 5, 10, 30, 60, 120, 360]) {
    await storefront.advance(minutes * 60_000);
    // A process that was killed a moment ago may still be asked once.
    await storefront.tick().catch(() => undefined);
    await storefront.tick();
    await storefront.tick('people');
  }
  await logs.look();
}

const day = 86_400_000;
const dayOf = (at: number): string => new Date(at + day / 3).toISOString().slice(0, 10);

/** Invariant 6: what the report attributes is what was paid and paid back. */
async function expectAttributed(): Promise<void> {
  const manager = await storefront.as(sellers.manager);
  const now = await storefront.now();
  const orders = (await readAll<OrderRecord>(storefront, 'orders')).filter((order) => order.shopId === shopId);
  for (let back = 0; back < 7; back += 1) {
    const which = dayOf(now - back * day);
    const { rows, total } = await manager.ask('traffic.getLoopReport', { shopId, from: which, to: which });
    const attributed = rows.reduce((sum, row) => sum + row.paid - row.refunded, 0);
    const paid = orders.flatMap(({ payment }) => (payment && dayOf(payment.paidAt) === which ? [payment.amount] : []));
    expect([which, attributed]).toEqual([which, total.paid - total.refunded]);
    expect([which, total.paid]).toEqual([which, paid.reduce((sum, amount) => sum + amount, 0)]);
  }
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;

const rounded = (figure: number): string => figure.toFixed(0);
