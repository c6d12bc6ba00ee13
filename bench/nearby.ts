import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../scripts/buildFunctions';
import type { Input } from '../shared/contract';
import { distanceMetres, type Place } from '../shared/kernel/geo';
import { seededRandom } from '../test/support/world/random';
import { noteFigure } from './figures';
import { compareWithServers } from './nearbyServers';
import { quantile } from './quantile';
import { anywhere } from './seedShops';
import { lastDatabaseCalls, openTown, type Town } from './Town';

/** What was found about one question to one town. */
interface Found {
  ms: number[];
  /** The part of it that the database took. */
  databaseMs: number[];
  documents: number[];
  bytes: number[];
}

const rounds = 300;
/** As many as the servers beside it get: a town that was just started would be slow for being new. */
const warmUp = 300;
/** Degrees of longitude that a view is wide, from a street to the whole square. */
const zooms = [0.002, 0.02, 0.2, 2];

/**
 * `npm run bench -- nearby`: finding the nearest twenty, and counting in a view, through function and SDK, over 10 000 and
 * 100 000 shops; `--full` adds a million, which takes minutes to plant. The towns take turns, so that noise hits all. Brute force in
 * this process over the same places judges each list; geokdbush and supercluster are the peers, and the servers of
 * `compareWithServers` where there are any. `SHOPS=10000` in the
 * environment asks one town of that size; `NEARBY_DATA` names a folder where the towns are kept for the next run.
 */
export async function benchNearby(full: boolean): Promise<void> {
  await buildFunctions();
  const kept = process.env.NEARBY_DATA;
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'meidian-nearby-'));
  const towns: Town[] = [];
  try {
    const counts = countsOf(full);
    for (const count of counts) {
      towns.push(await openTown(path.join(folder, String(count)), count));
      if (towns.length > 1 || counts.length === 1) await printTowns(towns);
    }
  } finally {
    await Promise.all(towns.map(({ server }) => server.stop()));
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

function countsOf(full: boolean): number[] {
  if (process.env.SHOPS) return [Number(process.env.SHOPS)];
  return full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
}

async function printTowns(towns: readonly Town[]): Promise<void> {
  await printNearest(towns);
  const views: ReadonlyMap<Town, Found>[] = [];
  for (const zoom of zooms) views.push(await printView(towns, zoom));
  printRows('all these views together', towns, together(towns, views));
}

/** What was found in several sets of questions, as if they were one. */
const together = (towns: readonly Town[], all: readonly ReadonlyMap<Town, Found>[]): Map<Town, Found> =>
  new Map(
    towns.map((town) => {
      const found = all.flatMap((each) => each.get(town) ?? []);
      const every = (what: keyof Found) => found.flatMap((each) => each[what]);
      const [ms, databaseMs] = [every('ms'), every('databaseMs')];
      return [town, { ms, databaseMs, documents: every('documents'), bytes: every('bytes') }];
    }),
  );

async function printNearest(towns: readonly Town[]): Promise<void> {
  const random = seededRandom(1);
  const found = await ask(towns, 'shop.findNearbyShops', () => {
    const [longitude, latitude] = anywhere(random);
    return { at: { longitude, latitude }, radius: 5_000 };
  });
  printRows('the nearest 20 within 5 km', towns, found);
  for (const town of towns) {
    await compareWithBruteForce(town);
    await compareWithServers(town.server.url, {
      ...town,
      databaseMs: async ([longitude, latitude]) => {
        await town.caller.ask('shop.findNearbyShops', { at: { longitude, latitude }, radius: 5_000 });
        return sum((await lastDatabaseCalls(town)).map(({ ms }) => ms));
      },
    });
  }
}

async function printView(towns: readonly Town[], width: number): Promise<ReadonlyMap<Town, Found>> {
  const random = seededRandom(2);
  const found = await ask(towns, 'shop.countShopsInView', () => {
    const [west, south] = anywhere(random);
    return { view: { west, east: west + width, south, north: south + width * 1.6 } };
  });
  printRows(`a view ${width} degrees wide`, towns, found);
  for (const { peers, count } of towns) {
    const again = seededRandom(2);
    for (let round = 0; round < rounds; round += 1) {
      const [west, south] = anywhere(again);
      peers.askView({ west, east: west + width, south, north: south + width * 1.6 });
    }
    peers.printView(count);
  }
  return found;
}

type Question = 'shop.findNearbyShops' | 'shop.countShopsInView';

/** Asks every town the same, in turn, again and again. */
async function ask<Name extends Question>(
  towns: readonly Town[],
  name: Name,
  next: () => Input<Name>,
): Promise<Map<Town, Found>> {
  const found = new Map(
    towns.map((town): [Town, Found] => [town, { ms: [], databaseMs: [], documents: [], bytes: [] }]),
  );
  for (let round = -warmUp; round < rounds; round += 1) {
    const input = next();
    for (const [town, { ms, databaseMs, documents, bytes }] of found) {
      const began = performance.now();
      const answer = await town.caller.ask(name, input);
      const took = performance.now() - began;
      if (round < 0) continue;
      ms.push(took);
      bytes.push(Buffer.byteLength(JSON.stringify(answer)));
      // Asking what it cost takes time of its own.
      if (round % 10 !== 0) continue;
      const calls = await lastDatabaseCalls(town);
      databaseMs.push(sum(calls.map((call) => call.ms)));
      documents.push(sum(calls.map(({ plan }) => plan?.scanned ?? 0)));
    }
  }
  return found;
}

function printRows(what: string, towns: readonly Town[], found: ReadonlyMap<Town, Found>): void {
  console.log(`\n${what.padEnd(30)} p50 ms   p99 ms   database ms   documents read   bytes p50     most`);
  for (const town of towns) {
    const { ms, databaseMs, documents, bytes } = found.get(town) ?? {
      ms: [],
      databaseMs: [],
      documents: [],
      bytes: [],
    };
    const figures = [
      quantile(ms, 0.5).toFixed(2).padStart(7),
      quantile(ms, 0.99).toFixed(2).padStart(9),
      quantile(databaseMs, 0.5).toFixed(2).padStart(14),
      quantile(documents, 0.5).toFixed(0).padStart(17),
      quantile(bytes, 0.5).toFixed(0).padStart(12),
      Math.max(...bytes)
        .toFixed(0)
        .padStart(9),
    ];
    noteFigure({ name: `${what}, of ${town.count}`, value: quantile(ms, 0.5), unit: 'ms' });
    console.log(`${String(town.count).padEnd(30)}${figures.join('')}`);
  }
  const [least, most] = [towns[0], towns.at(-1)].map((town) => quantile((town && found.get(town)?.ms) ?? [], 0.5));
  console.log(
    `${towns.at(-1)?.count} cost ${((most ?? 0) / (least ?? 1)).toFixed(2)} times what ${towns[0]?.count} do (p50)`,
  );
}

/** The peer: all distances, sorted. Its lists must be the function's. */
async function compareWithBruteForce({ count, places, caller, peers }: Town): Promise<void> {
  const random = seededRandom(3);
  const took: number[] = [];
  let same = 0;
  const lists = count > 100_000 ? 10 : 50;
  for (let index = 0; index < lists; index += 1) {
    const at = anywhere(random);
    const began = performance.now();
    const expected = nearestByHand(places, at);
    took.push(performance.now() - began);
    const { shops } = await caller.ask('shop.findNearbyShops', {
      at: { longitude: at[0], latitude: at[1] },
      radius: 5_000,
    });
    const found = shops.map(({ shopId, metres }) => ({ shopId, metres }));
    peers.askNearest(
      at,
      5_000,
      shops.map(({ shopId }) => Number(shopId.slice('shop-'.length))),
    );
    if (JSON.stringify(found) === JSON.stringify(expected)) same += 1;
  }
  noteFigure({ name: `brute force in process, of ${count}`, value: quantile(took, 0.5), unit: 'ms' });
  console.log(
    `brute force in process, ${count}: p50 ${quantile(took, 0.5).toFixed(2)} ms; ${same} of ${lists} lists are the same`,
  );
  peers.printNearest();
}

/** Looks at every place, and measures those in the square around the circle: 0.06 degrees are more than 5 km there. */
function nearestByHand(places: Town['places'], at: Place): { shopId: string; metres: number }[] {
  const found: { shopId: string; metres: number }[] = [];
  for (const [number, place] of places.entries()) {
    if (Math.abs(place[0] - at[0]) > 0.06 || Math.abs(place[1] - at[1]) > 0.06) continue;
    const metres = Math.round(distanceMetres(at, place));
    if (metres <= 5_000) found.push({ shopId: `shop-${number}`, metres });
  }
  return found.sort((a, b) => a.metres - b.metres || (a.shopId < b.shopId ? -1 : 1)).slice(0, 20);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
