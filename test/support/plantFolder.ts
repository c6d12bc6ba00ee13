import collections from '../../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../../emulator/database/declarations';
import { startEmulator } from '../../emulator/Emulator';
import { paths } from '../../scripts/paths';
import { connect } from './connect';
import { plantPictures, plantWorld } from './world/plantWorld';

/** Makes an emulator's folder with the demo world in it, in a process of its own: `plantFolder.ts <dataDir> [pictured]`. */
async function plantFolder(dataDir = '', pictured = ''): Promise<void> {
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    collections: collections as CollectionDeclarations,
    timers: false,
  });
  const cloudbase = await connect(emulator.url);
  const world = await plantWorld(cloudbase, Date.now());
  if (pictured) await plantPictures(cloudbase, world, paths.pictures);
  await emulator.stop();
}

void plantFolder(...process.argv.slice(2));
