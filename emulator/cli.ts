import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CollectionDeclarations } from './database/declarations';
import { type EmulatorOptions, startEmulator } from './Emulator';

const usage = 'npm run emulator -- --port 9900 --data DIR [--functions DIR] [--collections FILE] [--preview DIR]';

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

async function main(): Promise<void> {
  const emulator = await startEmulator({ ...readOptions(), verbose: true });
  console.log(`The emulator is at ${emulator.url}`);
  const stop = () => {
    emulator.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readOptions(): EmulatorOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { port: text, data: text, functions: text, collections: text, preview: text },
  });
  const port = Number(values.port ?? '9900');
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is not a port. ${usage}`);
  if (values.data === undefined) throw new Error(`Say where the data lives: ${usage}`);
  return {
    port,
    dataDir: path.resolve(values.data),
    ...(values.functions === undefined ? {} : { functionsDir: path.resolve(values.functions) }),
    ...(values.collections === undefined ? {} : { collections: readCollections(path.resolve(values.collections)) }),
    ...(values.preview === undefined ? {} : { previewDir: path.resolve(values.preview) }),
  };
}

function readCollections(file: string): CollectionDeclarations {
  // The database checks each declaration when it opens.
  return JSON.parse(readFileSync(file, 'utf8')) as CollectionDeclarations;
}
