import { calculateObjectSize } from 'bson';
import { noFigures } from '../cloudfunctions/traffic/loopFigures';
import type { VisitRecord } from '../cloudfunctions/traffic/visits';
import { buildFunctions } from '../scripts/buildFunctions';
import type { Input } from '../shared/contract';
import { chinaDay } from '../shared/kernel/chinaTime';
import { sources } from '../shared/traffic/sources';
import { originKey } from '../shared/traffic/touch';
import { type Caller, openStorefront, type Storefront } from '../test/support/Storefront';
import { sellers, shoppers } from '../test/support/world/people';
import { noteFigure } from './figures';
import { quantile } from './quantile';

const shopId = 'jinmei';
const day = 86_400_000;
/** Visits of one shop in one day; each count is a day of its own, all of them still open. */
const counts = [1_000, 10_000, 30_000];
const rounds = 30;
/** The most that one insert carries. */
const batch = 500;

/**
 * `npm run bench -- traffic`: what a visit and a closed day weigh, what noting a batch of five costs, and how long the
 * report of one shop's day takes over 1 000, 10 000 and 30 000 visits, through function and SDK. More than that the emulator does not add up in the two
 * seconds that it takes for a query. ADR 0013 counts with it.
 */
export async function benchTraffic(): Promise<void> {
  await buildFunctions();
  const storefront = await openStorefront();
  try {
    const now = await storefront.now();
    for (const [back, count] of counts.entries()) await plant(storefront, now - back * day, count);
    printSizes(now);
    const [shopper, clerk] = await Promise.all([storefront.as(shoppers[0]), storefront.as(sellers.clerk)]);
    await printNoting(storefront, shopper);
    await printReports(storefront, clerk, now);
  } finally {
    await storefront.close();
  }
}

async function plant({ cloudbase }: Storefront, at: number, count: number): Promise<void> {
  const visits = cloudbase.database().collection('visits');
  for (let from = 0; from < count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from) }, (_none, index) => from + index);
    await visits.add(numbers.map((number) => visitAt(at, number)));
  }
}

/** Every third is a product that was looked at; forty articles and the sources bring people. */
function visitAt(at: number, number: number): VisitRecord {
  const source = sources[number % sources.length] ?? 'unknown';
  const article = source === 'article' ? { articleId: `article-${number % 40}` } : {};
  const person = `oUpF8uMuAJO_M2pxb1Q9zNjW${String(number % 50_000).padStart(4, '0')}`;
  return {
    ...{ _id: `${person}~m${at.toString(36)}${String(number).padStart(15, '0')}`, person, shopId },
    ...(number % 3 === 0 ? { kind: 'product', productId: 'vinegar-8y' } : { kind: 'open', scene: 1058 }),
    ...{ origin: originKey({ source, ...article }), at, day: chinaDay(at) },
  };
}

function printSizes(now: number): void {
  const origins = Array.from({ length: 50 }, (_none, index) => ({
    origin: originKey({ source: 'article', articleId: `article-${index}` }),
    figures: noFigures,
  }));
  const report = { _id: `${shopId}~${chinaDay(now)}`, shopId, day: chinaDay(now), figures: origins };
  console.log(`\na visit ${calculateObjectSize(visitAt(now, 1))} bytes`);
  console.log(`a closed day of 50 origins ${calculateObjectSize(report)} bytes`);
}

async function printNoting(storefront: Storefront, shopper: Caller): Promise<void> {
  const ms: number[] = [];
  for (let round = 0; round < rounds * 10; round += 1) {
    const visits = Array.from({ length: 5 }, (_none, index) => noted(round, index));
    const began = performance.now();
    await shopper.ask('traffic.recordVisits', { visits });
    ms.push(performance.now() - began);
  }
  const calls = (await lastCalls(storefront)).length;
  noteFigure({ name: 'recordVisits of five', value: quantile(ms, 0.5), unit: 'ms' });
  console.log(`\nrecordVisits of five: p50 ${quantile(ms, 0.5).toFixed(1)} ms, ${calls} database calls`);
}

type Noted = Input<'traffic.recordVisits'>['visits'][number];
const noted = (round: number, index: number): Noted => ({
  ...{ visitId: `bench-${round}-${index}-0000`, shopId, age: 0 },
  ...(index === 0 ? { kind: 'open', scene: 1058 } : { kind: 'product', productId: 'vinegar-8y' }),
});

async function printReports(storefront: Storefront, clerk: Caller, now: number): Promise<void> {
  console.log('\nreport of one day, by its visits    p50 ms   index entries read');
  for (const [back, count] of counts.entries()) {
    const asked = chinaDay(now - back * day);
    const ms: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await clerk.ask('traffic.getLoopReport', { shopId, from: asked, to: asked });
      ms.push(performance.now() - began);
    }
    const read = (await lastCalls(storefront)).reduce((sum, { plan }) => sum + (plan?.scanned ?? 0), 0);
    noteFigure({ name: `the report of a day of ${count} visits`, value: quantile(ms, 0.5), unit: 'ms' });
    console.log(`${String(count).padEnd(30)}${quantile(ms, 0.5).toFixed(1).padStart(12)}${String(read).padStart(21)}`);
  }
}

async function lastCalls({ emulator }: Storefront): Promise<{ plan?: { scanned: number } }[]> {
  const response = await fetch(`${emulator.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: { databaseCalls: { plan?: { scanned: number } }[] }[] };
  return calls[0]?.databaseCalls ?? [];
}
