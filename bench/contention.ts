import { buildFunctions } from '../scripts/buildFunctions';
import type { Answer } from '../shared/contract';
import { fen } from '../shared/kernel/money';
import { readOrders } from '../test/support/expectSettled';
import { type Caller, openStorefront, type Storefront } from '../test/support/Storefront';
import { stockBooks } from '../test/support/stockBooks';
import { type DemoPerson, sellers } from '../test/support/world/people';
import { noteFigure } from './figures';
import { measureTransaction } from './floors';
import type { Measured } from './measure';
import { replayPeers } from './peerStatements';

const shopId = 'jinmei';
const hot = 'millet-qinzhou-1';

/**
 * `npm run bench -- contention`, about two minutes: 500 buyers on 100 pieces of one SKU, and 1 000 buyers of several
 * lines over 50 SKUs, 8 and 64 at once; then the stock statements of peers on the same database. Ends with an error when
 * the number sold is not exactly right, when a buyer hears anything but `OUT_OF_STOCK`, or when an order is left stuck.
 */
export async function benchContention(): Promise<void> {
  await buildFunctions();
  const floor = await measureTransaction();
  const crowd = Array.from({ length: 1_000 }, (_none, index) => buyerNamed(index));
  const storefront = await openStorefront(crowd);
  try {
    await giveAddresses(storefront, crowd);
    const buyers = await Promise.all(crowd.map((person) => storefront.as(person)));
    const seller = await storefront.as(sellers.owner);
    console.log(
      `\nfloor: ${Math.round(floor.perSecond)} libsql transactions/s, p99 ${floor.p99.toFixed(2)} ms\nbuyers, at once           orders   refused   buyers/s   p50 ms   p99 ms   of the floor: /s    p99`,
    );
    for (const atOnce of [8, 64]) {
      await setStock(storefront, seller, hot, 100);
      const race = await run(buyers.slice(0, 500), atOnce, (buyer) => place(buyer, `hot${atOnce}`, [hot]));
      await check(storefront, race, [hot], 100);
      print(`500 on 100 pieces, ${atOnce}`, race, floor);

      const skuIds = await fiftySkus(storefront);
      for (const skuId of skuIds) await setStock(storefront, seller, skuId, 40);
      const spread = await run(buyers, atOnce, (buyer, index) => place(buyer, `many${atOnce}`, threeOf(skuIds, index)));
      await check(storefront, spread, skuIds);
      print(`1000 on 50 SKUs, ${atOnce}`, spread, floor);
    }
    await replayPeers(storefront.cloudbase);
  } finally {
    await storefront.close();
  }
}

interface Race {
  answers: Answer<'order.placeOrder'>[];
  took: number[];
  seconds: number;
}

/** Lets every buyer order once, `atOnce` of them at a time. */
async function run(
  buyers: readonly Caller[],
  atOnce: number,
  order: (buyer: Caller, index: number) => Promise<Answer<'order.placeOrder'>>,
): Promise<Race> {
  const answers: Race['answers'] = [];
  const took: number[] = [];
  const waiting = buyers.map((buyer, index) => ({ buyer, index }));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const start = performance.now();
        answers.push(await order(next.buyer, next.index));
        took.push(performance.now() - start);
      }
    }),
  );
  return { answers, took: took.sort((a, b) => a - b), seconds: (performance.now() - began) / 1_000 };
}

/** Asks what it costs, as the page does, and orders one of each. */
async function place(buyer: Caller, race: string, skuIds: readonly string[]): Promise<Answer<'order.placeOrder'>> {
  const lines = skuIds.map((skuId) => ({ skuId, quantity: 1 }));
  const seen = await buyer.ask('order.previewCheckout', { baskets: [{ shopId, way: 'express', lines }] });
  return buyer.call('order.placeOrder', {
    checkoutId: `${race}-${buyer.person.openId}`,
    addressId: `address-${buyer.person.openId}`,
    baskets: [{ shopId, way: 'express', lines, seenTotal: seen.toPay ?? fen(0) }],
  });
}

/** Throws unless exactly what was there is sold, once, and everybody else heard that it is gone. */
async function check(storefront: Storefront, race: Race, skuIds: readonly string[], expected?: number): Promise<void> {
  const placed = race.answers.flatMap((answer) => (answer.ok ? answer.value.orders.map(({ orderId }) => orderId) : []));
  const wrong = race.answers.find((answer) => !answer.ok && answer.refusal.code !== 'OUT_OF_STOCK');
  if (wrong) throw new Error(`a buyer heard ${JSON.stringify(wrong)}`);
  if (expected !== undefined && placed.length !== expected) throw new Error(`${placed.length} orders of ${expected}`);
  const stored = await readOrders(storefront, placed);
  if (stored.length !== placed.length) throw new Error(`${placed.length} told, ${stored.length} kept`);
  for (const skuId of skuIds) {
    const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
    const noted = Object.values(sku.pending).filter(({ reason }) => reason === 'sale');
    if (sku.stock < 0 || adjusted !== sku.stock || noted.length > 0) {
      throw new Error(`${skuId}: stock ${sku.stock}, by its moves ${adjusted}, ${noted.length} notes left`);
    }
  }
}

function print(name: string, { answers, took, seconds }: Race, floor: Measured): void {
  const orders = answers.filter(({ ok }) => ok).length;
  const perSecond = answers.length / seconds;
  noteFigure({ name, value: perSecond, unit: 'per s', times: perSecond / floor.perSecond, of: floor.name });
  const quantile = (share: number) => took[Math.floor(share * took.length)] ?? 0;
  const ms = (share: number) => quantile(share).toFixed(0).padStart(8);
  const figures = [String(orders).padStart(6), String(answers.length - orders).padStart(9)];
  console.log(
    `${name.padEnd(24)}${figures.join(' ')}${perSecond.toFixed(0).padStart(11)}${ms(0.5)}${ms(0.99)}          1/${(floor.perSecond / perSecond).toFixed(0)}   ${(quantile(0.99) / floor.p99).toFixed(0)}×`,
  );
}

const buyerNamed = (index: number): DemoPerson => ({
  openId: `crowd-${String(index).padStart(4, '0')}`,
  unionId: `crowd-${index}`,
  name: `顾客 ${index}`,
  role: '顾客',
});

async function giveAddresses({ cloudbase }: Storefront, people: readonly DemoPerson[]): Promise<void> {
  const home = { name: '顾客', phone: '13800000000', region: ['山西省', '太原市', '迎泽区'], detail: '柳巷 1 号' };
  const records = people.map(({ openId }) => ({ _id: `address-${openId}`, openId, ...home, isDefault: true }));
  await cloudbase.database().collection('addresses').add(records);
}

let counts = 0;

async function setStock(storefront: Storefront, seller: Caller, skuId: string, wanted: number): Promise<void> {
  const { sku } = await stockBooks(storefront.cloudbase, skuId);
  counts += 1;
  const move = { shopId, moveId: `count-${counts}`, skuId, delta: wanted - sku.stock, reason: 'count' } as const;
  if (move.delta !== 0) await seller.ask('shop.adjustStock', move);
}

async function fiftySkus({ cloudbase }: Storefront): Promise<string[]> {
  const { data } = await cloudbase.database().collection('skus').where({ shopId }).limit(50).get();
  return data.map(({ _id }) => _id as string);
}

/** Three different ones for each buyer, so that neighbours share some. */
const threeOf = (skuIds: readonly string[], index: number): string[] =>
  [0, 7, 19].map((step) => skuIds[(index * 3 + step) % skuIds.length] ?? hot);
