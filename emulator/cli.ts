import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CollectionDeclarations } from './database/declarations';
import { checkDataFolder } from './dataFolder/checkDataFolder';
import { exportSnapshotFile } from './dataFolder/exportSnapshotFile';
import { stageSnapshot } from './dataFolder/importSnapshot';
import { claimDataFolder, openDataFolder } from './dataFolder/openDataFolder';
import { type EmulatorOptions, startEmulator } from './Emulator';

const usage = `npm run emulator -- --port 9900 --data DIR [--functions DIR] [--collections FILE] [--preview DIR]
npm run emulator -- --data DIR --check | --export FILE | --import FILE`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

async function main(): Promise<void> {
  const values = readArguments();
  if (values.data === undefined) throw new Error(`Say where the data lives:\n${usage}`);
  const dataDir = path.resolve(values.data);
  if (values.check) return check(dataDir);
  if (values.export !== undefined) return exportTo(dataDir, path.resolve(values.export));
  if (values.import !== undefined) return importFrom(dataDir, path.resolve(values.import));
  return run(readOptions(dataDir, values));
}

async function run(options: EmulatorOptions): Promise<void> {
  const emulator = await startEmulator({ ...options, verbose: true });
  console.log(`The emulator is at ${emulator.url}`);
  const stop = () => {
    emulator.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function check(dataDir: string): void {
  const unlock = claimDataFolder(dataDir);
  const problems = checkDataFolder(dataDir);
  unlock();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(`${dataDir} is sound.`);
}

async function exportTo(dataDir: string, file: string): Promise<void> {
  const unlock = openDataFolder(dataDir);
  await exportSnapshotFile(dataDir, file);
  unlock();
  console.log(`${file} holds everything in ${dataDir}.`);
}

// What lies there may be damaged: that is what a snapshot is for.
async function importFrom(dataDir: string, file: string): Promise<void> {
  const unlock = claimDataFolder(dataDir);
  const staged = await stageSnapshot(dataDir, createReadStream(file));
  staged.adopt();
  unlock();
  console.log(`${dataDir} holds the ${staged.files} files of ${file}.`);
}

type Arguments = ReturnType<typeof readArguments>;

function readArguments() {
  const text = { type: 'string' } as const;
  const options = { port: text, data: text, functions: text, collections: text, preview: text };
  return parseArgs({ options: { ...options, check: { type: 'boolean' }, export: text, import: text } }).values;
}

function readOptions(dataDir: string, values: Arguments): EmulatorOptions {
  const port = Number(values.port ?? '9900');
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is not a port.\n${usage}`);
  return {
    port,
    dataDir,
    ...(values.functions === undefined ? {} : { functionsDir: path.resolve(values.functions) }),
    ...(values.collections === undefined ? {} : { collections: readCollections(path.resolve(values.collections)) }),
    ...(values.preview === undefined ? {} : { previewDir: path.resolve(values.preview) }),
  };
}

function readCollections(file: string): CollectionDeclarations {
  // The database checks each declaration when it opens.
  return JSON.parse(readFileSync(file, 'utf8')) as CollectionDeclarations;
}
