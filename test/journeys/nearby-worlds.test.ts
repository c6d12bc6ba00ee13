import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import collections from '../../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../../emulator/database/declarations';
import { type Emulator, startEmulator } from '../../emulator/Emulator';
import { shopContract } from '../../shared/shop/contract';
import { type CloudBase, connect } from '../support/connect';
import { type Random, seededRandom } from '../support/world/random';
import { type Asked, aQuery, aWorld, expectedList, moved, type NearbyWorld } from './nearbyWorlds';

/**
 * `findNearbyShops` against brute force, in one process so that thousands of lists take seconds. A share of the worlds
 * here; `NEARBY_WORLDS=200 NEARBY_QUERIES=100` for all, which takes up to an hour.
 */
const worlds = Number(process.env.NEARBY_WORLDS ?? 12);
const queries = Number(process.env.NEARBY_QUERIES ?? 15);
const now = Date.parse('2026-11-22T20:30:00+08:00');

let dataDir: string;
let emulator: Emulator;
let cloudbase: CloudBase;
let findNearbyShops: typeof import('../../cloudfunctions/shop/findNearbyShops').findNearbyShops;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'meidian-nearby-'));
  emulator = await startEmulator({ port: 0, dataDir, collections: collections as CollectionDeclarations });
  cloudbase = await connect(emulator.url);
  // Loaded only now, because the SDK reads where CloudBase is when it is loaded.
  ({ findNearbyShops } = await import('../../cloudfunctions/shop/findNearbyShops'));
});
afterAll(async () => {
  await emulator.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function plant(world: NearbyWorld): Promise<void> {
  const db = cloudbase.database();
  for (const [name, records] of Object.entries({ shops: world.shops, skus: world.skus })) {
    await db.collection(name).where({}).remove();
    if (records.length > 0) await db.collection(name).add([...records]);
  }
}

/** Reads a list to its end, page by page, from `nextAt` of each. Fails on a page that is too long or a list without end. */
async function readList(asked: Asked, nextAt: () => Asked['at']): Promise<string[]> {
  const list: string[] = [];
  let input: object = asked;
  for (let page = 0; page < 200; page += 1) {
    const parsed = v.parse(shopContract.findNearbyShops.input, JSON.parse(JSON.stringify(input)));
    const context = {
      operation: 'shop.findNearbyShops',
      requestId: 'test',
      openId: undefined,
      unionId: undefined,
      now,
      newId,
      newCode: newId,
      permitted: async () => undefined,
    };
    const answer = await findNearbyShops(parsed, context);
    if (!answer.ok) throw new Error('it refuses nothing');
    expect(answer.value.shops.length).toBeLessThanOrEqual(20);
    list.push(...answer.value.shops.map(({ shopId, metres }) => `${shopId} ${metres}`));
    if (answer.value.next === undefined) return list;
    input = { ...asked, at: nextAt(), after: answer.value.next };
  }
  throw new Error(`no end after 200 pages: ${JSON.stringify(asked)}`);
}

const newId = (): string => 'none';

const walking = (asked: Asked, random: Random) => (): Asked['at'] => {
  const [longitude, latitude] = moved(
    [asked.at.longitude, asked.at.latitude],
    random.normal() / 10,
    random.normal() / 10,
  );
  return { longitude, latitude };
};

test(
  `${worlds} worlds, ${queries} lists each: equal to brute force, page by page, also while the person moves`,
  async () => {
    const random = seededRandom(20261122);
    for (let index = 0; index < worlds; index += 1) {
      const world = aWorld(random);
      await plant(world);
      for (let query = 0; query < queries; query += 1) {
        const asked = aQuery(world, random);
        const list = await readList(asked, query % 2 === 0 ? () => asked.at : walking(asked, random));
        const expected = expectedList(world, asked, now);
        if (JSON.stringify(list) !== JSON.stringify(expected)) {
          throw new Error(`world ${index} (${world.kind}), ${JSON.stringify(asked)}: ${list} instead of ${expected}`);
        }
      }
    }
  },
  60_000 + worlds * queries * 500,
);
