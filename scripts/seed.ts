import { rm } from 'node:fs/promises';
import collections from '../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { startEmulator } from '../emulator/Emulator';
import { connect } from '../test/support/connect';
import { plantPictures, plantWorld } from '../test/support/world/plantWorld';
import { buildFunctions } from './buildFunctions';
import { paths } from './paths';

/** Throws the local data away and plants the demo world anew: `npm run seed`. */
async function seed(): Promise<void> {
  const started = Date.now();
  // Opened once before, so that a running emulator is asked by its lock and not robbed of its files.
  await (await startEmulator({ port: 0, dataDir: paths.data })).stop();
  await rm(paths.data, { recursive: true, force: true });

  await buildFunctions();
  const emulator = await startEmulator({
    port: 0,
    dataDir: paths.data,
    functionsDir: paths.functions,
    timers: false,
    collections: collections as CollectionDeclarations,
  });
  const cloudbase = await connect(emulator.url);
  const world = await plantWorld(cloudbase, Date.now());
  await plantPictures(cloudbase, world, paths.pictures);
  await emulator.stop();

  const counts = Object.entries(world.records).map(([collection, records]) => `${collection} ${records.length}`);
  console.log(`演示数据已就绪（${((Date.now() - started) / 1000).toFixed(1)} 秒）：${counts.join(' · ')}`);
}

seed().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
