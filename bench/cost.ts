import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deployments } from '../cloudfunctions/deploy';
import { buildFunctions } from '../scripts/buildFunctions';
import { paths } from '../scripts/paths';
import { fen } from '../shared/kernel/money';
import { type Caller, openStorefront, type Storefront } from '../test/support/Storefront';
import { sellers, shoppers } from '../test/support/world/people';
import { noteFigure } from './figures';

/** What CloudBase charges beyond a plan, in yuan; `bench/prices.json` says where from and when. */
interface Prices {
  perMillionDatabaseCalls: number;
  perMillionFunctionCalls: number;
  perThousandGbSeconds: number;
  perGigabyteOut: number;
}

/** What one thing that happens takes of the platform. */
interface Taken {
  functionCalls: number;
  databaseCalls: number;
  gbSeconds: number;
  bytesOut: number;
}

type Step = (number: number) => Promise<unknown>;

/** A caller whose answers are weighed. */
interface Weighed {
  caller: Caller;
  bytes(): number;
}

const shopId = 'jinmei';
const skuId = 'millet-qinzhou-1';
const rounds = 20;

/**
 * `npm run bench -- cost`: what 1 000 orders and a million visits take and cost, counted by the emulator's log of calls and
 * multiplied by the price list. Time is this machine's, where a database call takes a millisecond: in production it is a
 * network away, so `roundTripMs` of the price list is added for each call.
 */
export async function benchCost(): Promise<void> {
  await buildFunctions();
  const list = JSON.parse(readFileSync(path.join(paths.root, 'bench/prices.json'), 'utf8')) as PriceList;
  const storefront = await openStorefront();
  try {
    const [ann, owner] = (await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.owner)])).map(weigh);
    if (!ann || !owner) throw new Error('nobody is there');
    const many = { shopId, moveId: 'for-cost', skuId, delta: 9_999, reason: 'restock' } as const;
    await owner.caller.ask('shop.adjustStock', many);
    const order = await measured(storefront, list, [ann, owner], (number) =>
      orderAndSend(ann.caller, owner.caller, number),
    );
    const visit = await measured(storefront, list, [ann], (number) => visitShop(ann.caller, number));
    tell('1 000 orders', order, 1_000, list);
    tell('a million visits', visit, 1_000_000, list);
    console.log(`prices: ${list.source}`);
  } finally {
    await storefront.close();
  }
}

interface PriceList {
  source: string;
  roundTripMs: number;
  prices: Prices;
}

/** From the checkout to the parcel, with what a phone asks meanwhile. The notify and the minute's chores are counted apart. */
async function orderAndSend(ann: Caller, owner: Caller, number: number): Promise<void> {
  const orderId = `cost-order-${number}`;
  const lines = [{ skuId, quantity: 1 }];
  const { toPay } = await ann.ask('order.previewCheckout', { baskets: [{ shopId, lines, couponId: 'none' }] });
  const basket = { shopId, lines, way: 'express', note: '', seenTotal: toPay ?? fen(0) } as const;
  const addressId = `address-${ann.person.openId}`;
  await ann.ask('order.placeOrder', { checkoutId: orderId, addressId, baskets: [basket] });
  await ann.pay((await ann.ask('order.payOrder', { orderId })).payment);
  await ann.ask('order.checkPayment', { orderId });
  await ann.ask('order.getOrder', { orderId });
  const parcels = [{ carrier: 'SF', trackingNumber: 'SF1234567890' } as const];
  await owner.ask('order.shipOrder', { shopId, orderId, parcels });
  await ann.ask('order.confirmReceipt', { orderId });
}

/** Opens the shop, looks at a product and an article, and the phone tells of it. */
async function visitShop(ann: Caller, number: number): Promise<void> {
  await ann.ask('shop.getShopHome', { shopId });
  await ann.ask('shop.getProduct', { productId: 'millet-qinzhou' });
  await ann.ask('content.getArticle', { articleId: 'vinegar-yard' });
  const visits = [{ visitId: `cost-visit-${number}`, shopId, kind: 'open' as const, scene: 1058, age: 0 }];
  await ann.ask('traffic.recordVisits', { visits });
}

interface Call {
  requestId: string;
  function: string;
  ms: number;
  databaseCalls: unknown[];
}

/** Lets something happen some times, and answers what one of them took on average. */
async function measured(
  storefront: Storefront,
  list: PriceList,
  people: readonly Weighed[],
  step: Step,
): Promise<Taken> {
  for (let warmUp = 0; warmUp < 3; warmUp += 1) await step(1_000 + warmUp);
  const before = new Set((await readCalls(storefront)).map(({ requestId }) => requestId));
  const weight = () => sum(people.map((each) => each.bytes()));
  const weightBefore = weight();
  for (let round = 0; round < rounds; round += 1) await step(round);
  const calls = (await readCalls(storefront)).filter(({ requestId }) => !before.has(requestId));
  const databaseCalls = sum(calls.map((call) => call.databaseCalls.length));
  const gbSeconds = calls.map((call) => {
    const seconds = (call.ms + call.databaseCalls.length * list.roundTripMs) / 1_000;
    return ((deployments[call.function]?.memorySize ?? 256) / 1_024) * seconds;
  });
  // Pictures are not in it: phones keep them, and a CDN serves them.
  return {
    functionCalls: calls.length / rounds,
    databaseCalls: databaseCalls / rounds,
    gbSeconds: sum(gbSeconds) / rounds,
    bytesOut: (weight() - weightBefore) / rounds,
  };
}

function weigh(caller: Caller): Weighed {
  let bytes = 0;
  const ask: Caller['ask'] = async (name, input) => {
    const value = await caller.ask(name, input);
    bytes += Buffer.byteLength(JSON.stringify(value));
    return value;
  };
  return { caller: { ...caller, ask }, bytes: () => bytes };
}

function tell(
  what: string,
  { functionCalls, databaseCalls, gbSeconds, bytesOut }: Taken,
  times: number,
  list: PriceList,
): void {
  const { prices } = list;
  const yuan =
    times *
    ((functionCalls / 1e6) * prices.perMillionFunctionCalls +
      (databaseCalls / 1e6) * prices.perMillionDatabaseCalls +
      (gbSeconds / 1e3) * prices.perThousandGbSeconds +
      (bytesOut / 1e9) * prices.perGigabyteOut);
  noteFigure({ name: `${what}: function calls`, value: functionCalls * times, unit: 'calls' });
  noteFigure({ name: `${what}: database calls`, value: databaseCalls * times, unit: 'calls' });
  noteFigure({ name: `${what}: traffic`, value: bytesOut * times, unit: 'bytes' });
  noteFigure({ name: `${what}: cost`, value: yuan, unit: 'yuan' });
  console.log(
    `${what}: ${Math.round(functionCalls * times)} function calls, ${Math.round(databaseCalls * times)} database calls, ` +
      `${(gbSeconds * times).toFixed(0)} GB·s, ${((bytesOut * times) / 1e9).toFixed(2)} GB, ${yuan.toFixed(2)} yuan`,
  );
}

async function readCalls({ emulator }: Storefront): Promise<Call[]> {
  const response = await fetch(`${emulator.url}/_emulator/calls`);
  return ((await response.json()) as { calls: Call[] }).calls;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
