import collections from '../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { startEmulator } from '../emulator/Emulator';
import { paths } from '../scripts/paths';
import { people } from '../test/support/world/people';

/** The emulator on a folder of planted shops, with the functions and the people of the demo; prints its URL. */
void main(process.argv[2] ?? '');

async function main(dataDir: string): Promise<void> {
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: paths.functions,
    collections: collections as CollectionDeclarations,
    people,
    timers: false,
  });
  process.once('SIGTERM', () => void emulator.stop().then(() => process.exit(0)));
  console.log(emulator.url);
}
