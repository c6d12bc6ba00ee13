import { once } from 'node:events';
import collections from '../../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../../emulator/database/declarations';
import { startEmulator } from '../../emulator/Emulator';
import { paths } from '../../scripts/paths';
import { testSettings } from './demoSettings';
import { people } from './world/people';

/** A storefront in a process of its own, to be killed by a test: `serveStorefront.ts <dataDir> <port>`. */
async function serve(dataDir = '', port = '0'): Promise<void> {
  const emulator = await startEmulator({
    port: Number(port),
    dataDir,
    functionsDir: paths.functions,
    collections: collections as CollectionDeclarations,
    people,
    timers: false,
    functionEnv: testSettings,
  });
  process.send?.({ url: emulator.url, port: emulator.port });
  await once(process, 'disconnect');
  await emulator.stop();
}

void serve(...process.argv.slice(2));
