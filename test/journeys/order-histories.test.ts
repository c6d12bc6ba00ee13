import fc from 'fast-check';
import { type CaseKind, caseKinds } from '../../shared/order/afterSale';
import { expectSettled } from '../support/expectSettled';
import { grantedOff, openGrants } from '../support/grantedCoupons';
import { type NotifyReplay, openNotifyReplay } from '../support/notifyReplay';
import { orderOf } from '../support/orderOf';
import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { sellers, shoppers } from '../support/world/people';

/** `SEQUENCES=5000 npm test -- order-histories` is the whole of it; the tests of every day take a share. */
const sequences = Number(process.env.SEQUENCES ?? 100);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const atOnce = 100;

const shopId = 'jinmei';
const skuId = 'taigu-cake-1';
/** What some orders get on top. */
const giftId = 'vinegar-3y-1';
const pieces = 3;
const parcel = { carrier: 'SF', trackingNumber: 'SF1234567890' } as const;

/** What can happen to an order, in any order. `nth` is one of four cases. */
const events = ['place', 'pay', 'leaveCashier', 'check', 'notifyAgain', 'cancel', 'ship', 'receive'] as const;
const caseEvents = ['ask', 'agree', 'decline', 'withdraw', 'sendBack', 'settle', 'give'] as const;
type Event = { kind: (typeof events)[number] } | ({ kind: (typeof caseEvents)[number] } & AboutCase);

/** Which case, about how many pieces; what is asked for, when it is asked for now. */
interface AboutCase {
  nth: number;
  quantity: number;
  wanted: CaseKind;
}

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...events) }),
  fc.record({
    kind: fc.constantFrom(...caseEvents),
    nth: fc.integer({ min: 0, max: 3 }),
    quantity: fc.integer({ min: 1, max: pieces }),
    wanted: fc.constantFrom(...caseKinds),
  }),
);
/** What happens at the same moment: one thing, the same twice, or two different things. */
const step = fc.oneof(
  event.map((one): readonly Event[] => [one]),
  event.map((one): readonly Event[] => [one, one]),
  fc.tuple(event, event),
);
/** Every history begins with an order, some with one that got further; what follows comes as it comes. */
const beginnings: (readonly Event[])[][] = [
  [],
  [[{ kind: 'pay' }]],
  [[{ kind: 'pay' }], [{ kind: 'ship' }]],
  [[{ kind: 'pay' }], [{ kind: 'ship' }], [{ kind: 'receive' }]],
];
const history = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(step, { minLength: 4, maxLength: 12 }))
  .map(([beginning, rest]) => [...beginning, ...rest]);
/** What happens to everybody between two steps. */
const world = fc.constantFrom('nothing', 'nothing', 'timers', 'minutes', 'quarterHour', 'days', 'killFunctions');

/** Seeds that once found a fault: they are run first, for ever. */
const regressions: readonly number[] = [];

let storefront: Storefront;
let replay: NotifyReplay;
let shopper: Caller;
let manager: Caller;
/** See `StockBooks`. */
let soldBefore: number;
let grantCoupon: () => Promise<string>;
let grantSame: () => Promise<string>;
let grantOther: () => Promise<string>;
/** The coupon that an order is to be placed with, and what it takes off. */
const couponFor = new Map<string, { couponId: string; off: number }>();

beforeAll(async () => {
  storefront = await openStorefront();
  replay = openNotifyReplay(storefront);
  [shopper, manager] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.manager)]);
  for (let times = 0; times < Math.ceil(sequences / 3_000); times += 1) {
    for (const each of [skuId, giftId]) {
      const many = { shopId, moveId: `plenty-${each}-${times}`, skuId: each, delta: 9_000, reason: 'restock' } as const;
      await manager.ask('shop.adjustStock', many);
    }
  }
  ({ soldBefore } = await stockBooks(storefront.cloudbase, skuId));
  const owner = await storefront.as(sellers.owner);
  grantCoupon = await openGrants(owner, shopper);
  grantSame = await openGrants(owner, shopper, { kind: 'gift', skuId, quantity: 1 }, 'granted-same');
  grantOther = await openGrants(owner, shopper, { kind: 'gift', skuId: giftId, quantity: 2 }, 'granted-other');
});
afterAll(() => storefront.close());

test.each([...regressions, seed])('random histories of orders, seed %d: the books balance', async (chosen) => {
  for (let batch = 0; batch * atOnce < sequences; batch += 1) await runBatch(chosen + batch);
}, 3_600_000);

async function runBatch(batchSeed: number): Promise<void> {
  const histories = fc.sample(history, { seed: batchSeed, numRuns: atOnce });
  const between = fc.sample(world, { seed: batchSeed, numRuns: 15 });
  const orderIds = histories.map((_history, index) => `h${batchSeed}-${String(index).padStart(4, '0')}`);
  await Promise.all(groupsOf(4, orderIds).map(grantCoupons));
  await Promise.all(orderIds.map((orderId) => does.place(orderId)));
  for (const [step, happens] of between.entries()) {
    await Promise.all([
      ...histories.map((each, index) => takeStep(orderIds[index] ?? '', each[step])),
      happens === 'killFunctions' ? killFunctions() : undefined,
    ]);
    if (happens in passes) await passes[happens as keyof typeof passes]();
  }
  await settle(orderIds).catch((error: Error) => {
    throw new Error(`seed ${batchSeed}, between the steps ${between.join(' ')}\n${told(error, orderIds, histories)}`);
  });
}

/**
 * Of four orders one goes without a coupon, one has its own, which gives a piece more of what is bought or something
 * else, and two are after the same one.
 */
async function grantCoupons([, own = '', first = '', second = '']: readonly string[], group: number): Promise<void> {
  couponFor.set(own, { couponId: await (group % 2 === 0 ? grantSame : grantOther)(), off: 0 });
  const shared = { couponId: await grantCoupon(), off: grantedOff };
  couponFor.set(first, shared).set(second, shared);
}

const groupsOf = (size: number, orderIds: readonly string[]): readonly string[][] =>
  Array.from({ length: Math.ceil(orderIds.length / size) }, (_none, group) =>
    orderIds.slice(group * size, (group + 1) * size),
  );

/** The problem, and the history of the orders it names. */
function told(error: Error, orderIds: readonly string[], histories: readonly (readonly Event[])[][]): string {
  const named = histories.flatMap((each, index) =>
    error.message.includes(orderIds[index] ?? '') ? [`${orderIds[index]}: ${JSON.stringify(each)}`] : [],
  );
  return [error.message, ...named.slice(0, 3)].join('\n');
}

/** Refusals are answers, and a killed process is no fault of an order: what counts is what stands in the end. */
async function takeStep(orderId: string, together: readonly Event[] = []): Promise<void> {
  await Promise.allSettled(
    together.map((what) => {
      if (!('nth' in what)) return does[what.kind](orderId);
      return doesCase[what.kind](orderId, `case-${what.nth}-0001`, what);
    }),
  );
}

const does: Record<(typeof events)[number], (orderId: string) => Promise<unknown>> = {
  place: (orderId) => {
    const { couponId, off = 0 } = couponFor.get(orderId) ?? {};
    const seenTotal = pieces * 1990 + 800 - off;
    const wanted = { orderId, skuId, quantity: pieces, seenTotal, ...(couponId && { couponId }) };
    return shopper.call('order.placeOrder', orderOf(shopper.person, wanted));
  },
  pay: async (orderId) => shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment),
  leaveCashier: async (orderId) => shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment, 'cancel'),
  check: (orderId) => shopper.call('order.checkPayment', { orderId }),
  notifyAgain: (orderId) => replay.notifyAgain(orderId),
  cancel: (orderId) => shopper.call('order.cancelOrder', { orderId }),
  ship: (orderId) => manager.call('order.shipOrder', { shopId, orderId, parcels: [parcel] }),
  receive: (orderId) => shopper.call('order.confirmReceipt', { orderId }),
};

type CaseAct = (orderId: string, caseId: string, about: AboutCase) => Promise<unknown>;
const doesCase: Record<(typeof caseEvents)[number], CaseAct> = {
  ask: (orderId, caseId, { quantity, wanted: kind }) => {
    const lines = [{ skuId, quantity }];
    return shopper.call('order.requestAfterSale', { orderId, caseId, kind, lines, reason: 'other' });
  },
  agree: (orderId, caseId, { quantity }) => {
    const restock = quantity === 1;
    return manager.call('order.decideAfterSale', { shopId, orderId, caseId, decision: 'agree', restock });
  },
  decline: (orderId, caseId) =>
    manager.call('order.decideAfterSale', { shopId, orderId, caseId, decision: 'decline', answer: '不行' }),
  withdraw: (orderId, caseId) => shopper.call('order.withdrawAfterSale', { orderId, caseId }),
  sendBack: (orderId, caseId) => shopper.call('order.sendReturn', { orderId, caseId, parcel }),
  settle: (orderId, caseId) => {
    const outcome = { outcome: 'accept', restock: true, replacement: parcel } as const;
    return manager.call('order.settleReturn', { shopId, orderId, caseId, ...outcome });
  },
  give: (orderId, caseId, { quantity }) => {
    const lines = [{ skuId, quantity }];
    return manager.call('order.refundOrder', { shopId, orderId, caseId, lines, text: '补偿', restock: true });
  },
};

const passes = {
  timers: () => storefront.tick(),
  minutes: () => storefront.advance(3 * 60_000),
  quarterHour: () => storefront.advance(15 * 60_000),
  days: () => storefront.advance(4 * 86_400_000),
};

async function killFunctions(): Promise<void> {
  const response = await fetch(`${storefront.emulator.url}/_emulator/processes`);
  for (const pid of Object.values((await response.json()) as object).flat()) process.kill(pid, 'SIGKILL');
}

/** An hour and then half a day in which only the clock acts. */
async function settle(orderIds: readonly string[]): Promise<void> {
  for (const minutes of [16, 3, 5, 10, 30, 60, 120, 360]) {
    await storefront.advance(minutes * 60_000);
    // A process that was killed a moment ago may still be asked once.
    await storefront.tick().catch(() => undefined);
    await storefront.tick();
  }
  await expectSettled(storefront, orderIds);
  expect((await stockBooks(storefront.cloudbase, skuId)).soldBefore).toBe(soldBefore);
}
