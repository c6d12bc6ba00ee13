import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { forgetIndexes } from '../database/storage/forgetIndexes';
import { writeFileAtomically } from '../writeFileAtomically';
import { DamagedFile } from './DamagedFile';
import { readStoredJson } from './readStoredJson';
import { Sqlite } from './Sqlite';

const Stored = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** The first takes a folder from version 1 to 2, and so on. Each may run again after a kill. */
const migrations: readonly ((dataDir: string) => void)[] = [writeKeysAnew];

/** The version of the data folder that this emulator writes. */
export const currentVersion = migrations.length + 1;

/** The version that `emulator.json` tells; undefined without that file. Throws DamagedFile. */
export function storedVersion(dataDir: string): number | undefined {
  return readStoredJson(path.join(dataDir, 'emulator.json'), Stored)?.version;
}

/** Throws one sentence that names both versions when a newer emulator wrote the folder, and DamagedFile. */
export function refuseNewer(dataDir: string): void {
  const version = storedVersion(dataDir) ?? 1;
  if (version <= currentVersion) return;
  throw new Error(
    `${dataDir} was written by a newer emulator: its version is ${version}, this emulator knows up to ${currentVersion}. ` +
      'Use that emulator, or start in another folder.',
  );
}

/** Takes a folder that is not newer to the current version; one without `emulator.json` is new or of version 1. */
export function migrate(dataDir: string): void {
  for (const migration of migrations.slice((storedVersion(dataDir) ?? 1) - 1)) migration(dataDir);
}

/** Notes that the folder is of the current version and that all its files are made: from now on none may be missing. */
export function noteVersion(dataDir: string): void {
  if (storedVersion(dataDir) === currentVersion) return;
  writeFileAtomically(path.join(dataDir, 'emulator.json'), `${JSON.stringify({ version: currentVersion })}\n`);
}

/** SQLite takes an empty file for a new database. Throws DamagedFile for a file that `noteVersion` saw and that is gone. */
export function refuseEmptied(dataDir: string): void {
  if (storedVersion(dataDir) === undefined) return;
  for (const name of ['database.sqlite', 'wechatpay.sqlite']) {
    const file = path.join(dataDir, name);
    if (!existsSync(file) || statSync(file).size === 0) throw new DamagedFile(file, 'it is missing or empty');
  }
}

// Before version 2, `user_version` told how the keys of the indexes were written.
function writeKeysAnew(dataDir: string): void {
  const file = path.join(dataDir, 'database.sqlite');
  if (!existsSync(file)) return;
  const sqlite = new Sqlite(file);
  try {
    if (sqlite.row<{ user_version: number }>('pragma user_version')?.user_version !== 2) forgetIndexes(sqlite);
  } finally {
    sqlite.close();
  }
}
