import { createReadStream, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Caller, callerAt } from '../test/support/Storefront';
import { shoppers } from '../test/support/world/people';
import { ChildServer } from './ChildServer';
import { NearbyPeers } from './nearbyPeers';
import { seedShops, shopPlaces } from './seedShops';

/** One number of shops, ready to be asked. */
export interface Town {
  count: number;
  places: readonly (readonly [number, number])[];
  server: ChildServer;
  caller: Caller;
  peers: NearbyPeers;
}

/** Opens a town of so many shops in a folder; plants it there, if it was not. */
export async function openTown(dataDir: string, count: number): Promise<Town> {
  const began = performance.now();
  const places = shopPlaces(count);
  const planted = path.join(dataDir, 'planted');
  if (!existsSync(planted)) {
    rmSync(dataDir, { recursive: true, force: true });
    await seedShops(dataDir, places);
    writeFileSync(planted, '');
  }
  await readThrough(path.join(dataDir, 'database.sqlite'));
  const server = await ChildServer.start('bench/townServer.ts', dataDir);
  console.log(`${count} shops planted in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const caller = await callerAt(server.url, shoppers[0]);
  return { count, places, server, caller, peers: new NearbyPeers(places) };
}

/** A town that was kept is as near at hand as one just planted, and as what PostGIS and Redis have just been given. */
async function readThrough(file: string): Promise<void> {
  await pipeline(createReadStream(file), new Writable({ write: (_chunk, _encoding, done) => done() }));
}

/** One call of the database, as the emulator tells of it. */
export interface DatabaseCall {
  ms: number;
  plan?: { scanned: number };
}

/** What the function called last asked of the database. */
export async function lastDatabaseCalls({ server }: Town): Promise<DatabaseCall[]> {
  const response = await fetch(`${server.url}/_emulator/calls`);
  const { calls } = (await response.json()) as { calls: { databaseCalls: DatabaseCall[] }[] };
  return calls[0]?.databaseCalls ?? [];
}
